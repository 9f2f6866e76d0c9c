import {useSignal} from '@preact/signals';
import type {VNode} from 'preact';
import {useRef} from 'preact/hooks';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {useQuestion} from '../atoms/use-question.ts';

const texts = uiFormsFieldsTexts.placeholder;

interface DiscardValueProps {
  readonly value: string;
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
}

/** Asks whether a typed value may go. */
function DiscardValue({value, onDiscard, onKeep}: DiscardValueProps) {
  const box = useRef<HTMLElement>(null);
  useOpeningFocus(() => box.current);
  return (
    <section class="preview" aria-label={texts.discards(value)} tabIndex={-1} ref={box}>
      <p>{texts.discards(value)}</p>
      <div class="actions">
        <button type="button" onClick={onDiscard}>
          {texts.discard}
        </button>
        <button type="button" onClick={onKeep}>
          {texts.keep}
        </button>
      </div>
    </section>
  );
}

/** What asks before a press takes a typed value away. */
interface Discarding {
  /** Does it at once where nothing typed is lost. @param value what would be lost; '' for nothing */
  readonly ask: (value: string, act: () => void) => void;
  /** The question that stands open. */
  readonly question: VNode | undefined;
  /** For what is around it: Escape keeps the value. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Lets no press take a typed value away unasked. @param around finds what the pressed buttons stand in */
export function useDiscarding(around: () => Element | null): Discarding {
  const asked = useSignal<{readonly value: string; readonly act: () => void} | undefined>(undefined);
  const opener = useRef<HTMLElement | null>(null);
  const close = () => {
    asked.value = undefined;
  };
  const {cancel, onKeyDown} = useQuestion(opener, asked.value !== undefined, close);
  return {
    ask(value, act) {
      const root = around()?.getRootNode();
      const active = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
      opener.current = active instanceof HTMLElement ? active : null;
      if (value === '') act();
      else asked.value = {value, act};
    },
    question: asked.value && (
      <DiscardValue
        value={asked.value.value}
        onDiscard={() => {
          const act = asked.value?.act;
          close();
          act?.();
        }}
        onKeep={cancel}
      />
    ),
    onKeyDown,
  };
}
