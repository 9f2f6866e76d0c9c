import {useSignal} from '@preact/signals';

/** Copies a text; where the browser does not allow that, shows it to be copied by hand. */
export function CopyButton({label, text}: {label: string; text: string}) {
  const state = useSignal<'ready' | 'copied' | 'refused'>('ready');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      state.value = 'copied';
    } catch {
      state.value = 'refused';
    }
  };
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">{state.value === 'copied' && 'Copied.'}</span>
      {state.value === 'refused' && (
        <textarea
          readOnly
          rows={4}
          aria-label="Copy it from here"
          value={text}
          onFocus={event => event.currentTarget.select()}
        />
      )}
    </>
  );
}
