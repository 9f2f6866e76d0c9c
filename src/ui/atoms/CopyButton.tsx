import {useSignal} from '@preact/signals';
import {uiAtomsTexts} from '../../texts/ui-atoms.ts';

interface CopyButtonProps {
  readonly label: string;
  /** The text, or what makes it when it is asked for. */
  readonly text: string | (() => string);
}

/** Copies a text; where the browser does not allow that, shows it to be copied by hand. */
export function CopyButton({label, text}: CopyButtonProps) {
  const state = useSignal<'ready' | 'copied' | {readonly refused: string}>('ready');
  const copy = async () => {
    const made = typeof text === 'string' ? text : text();
    try {
      await navigator.clipboard.writeText(made);
      state.value = 'copied';
    } catch {
      state.value = {refused: made};
    }
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">{state.value === 'copied' && uiAtomsTexts.copied}</span>
      {typeof state.value === 'object' && (
        <textarea
          readOnly
          rows={4}
          aria-label={uiAtomsTexts.copyFromHere}
          value={typeof text === 'string' ? text : state.value.refused}
          onFocus={event => event.currentTarget.select()}
        />
      )}
    </>
  );
}
