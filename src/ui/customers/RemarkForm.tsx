import {useSignal} from '@preact/signals';
import {useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import type {WantedRemark} from '../../checklist/plan-remarks.ts';
import type {OpenItem} from '../../customers/open-items.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {useText} from '../forms/use-text.ts';

const texts = uiCustomersTexts.remarks;

/** The field whose text is the note or reason for all: it is kept until its work is done. */
export const remarkField = (kind: WantedRemark['kind']): string => `${kind}-of-many`;

interface RemarkFormProps {
  readonly kind: WantedRemark['kind'];
  /** Those that are open for the selected customers. */
  readonly items: readonly OpenItem[];
  /** That of the page's group, which keeps what is typed. */
  readonly checklist: Checklist;
  readonly onReview: (remark: WantedRemark) => void;
  readonly onCancel: () => void;
}

/** Asks which item of the selected customers is done or does not apply, with one note or reason for all of them. */
export function RemarkForm({kind, items, checklist, onReview, onCancel}: RemarkFormProps) {
  const chosen = useSignal<string | undefined>(undefined);
  const note = useText(checklist, remarkField(kind), '');
  const select = useRef<HTMLSelectElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useOpeningFocus(() => select.current ?? cancel.current);
  const words = texts[kind];
  const item = items.find(({check}) => check.id === chosen.value) ?? items[0];
  const isReady = item !== undefined && (kind === 'tick' || note.text.trim() !== '');
  return (
    <form
      class="remark"
      aria-label={words.action}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
      onSubmit={event => {
        event.preventDefault();
        if (isReady) onReview({kind, check: item.check, note: note.text});
      }}
    >
      {item === undefined ? (
        <p>{words.nothing}</p>
      ) : (
        <>
          <div class="field">
            <label for="remark-item">{texts.item}</label>
            <select
              ref={select}
              id="remark-item"
              value={item.check.id}
              onChange={event => {
                chosen.value = event.currentTarget.value;
              }}
            >
              {items.map(({check, count}) => (
                <option key={check.id} value={check.id}>
                  {texts.itemIn(check.failureTitle, count)}
                </option>
              ))}
            </select>
          </div>
          <div class="field note">
            <label for="remark-note">{words.note}</label>
            <textarea
              id="remark-note"
              rows={1}
              maxLength={500}
              aria-describedby="remark-hint"
              value={note.text}
              onInput={event => note.type(event.currentTarget.value)}
            />
            <p class="hint" id="remark-hint">
              {words.hint}
            </p>
          </div>
        </>
      )}
      <div class="actions">
        {item !== undefined && (
          <button type="submit" class="confirm" aria-disabled={!isReady}>
            {texts.review}
          </button>
        )}
        <button ref={cancel} type="button" class="quiet" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}
