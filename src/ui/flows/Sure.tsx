import type {ComponentChildren} from 'preact';
import {useRef} from 'preact/hooks';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';
import {onConfirmKey} from '../atoms/confirm-key.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';

interface SureProps {
  /** What will happen. */
  readonly sentences: readonly string[];
  /** More of that. */
  readonly details?: ComponentChildren;
  readonly label: string;
  readonly isReady?: boolean;
  readonly children?: ComponentChildren;
  /** @param box what stands open */
  readonly onSure: (box: HTMLElement | null) => void;
  readonly onCancel: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What a way out of a flow will do, and the second click for it. */
export function Sure({sentences, details, label, isReady = true, children, onSure, onCancel, onKeyDown}: SureProps) {
  const box = useRef<HTMLElement>(null);
  useOpeningFocus(() => box.current);
  const sure = () => void (isReady && onSure(box.current));
  const confirm = onConfirmKey(sure);
  return (
    <section
      class="form"
      aria-label={label}
      ref={box}
      tabIndex={-1}
      onKeyDown={event => {
        onKeyDown(event);
        confirm(event);
      }}
    >
      <div class="preview">
        <h4>{uiFlowsTexts.whatWillHappen}</h4>
        <ul class="plan">
          {sentences.map(sentence => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {details}
      </div>
      {children}
      <div class="actions">
        <button type="button" class="danger" aria-disabled={!isReady} onClick={sure}>
          {label}
        </button>
        <button type="button" onClick={onCancel}>
          {uiFlowsTexts.wayOut.cancel}
        </button>
      </div>
    </section>
  );
}
