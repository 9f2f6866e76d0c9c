import {useSignal} from '@preact/signals';
import {useRef} from 'preact/hooks';
import type {Checklist} from '../../checklist/checklist.ts';
import {typedOf} from '../../checklist/filling.ts';
import {draftWithout, hasAnyOf} from '../../customer/filling/draft-part.ts';
import type {Field} from '../../customer/filling/files.ts';
import {uiFormsFieldsTexts} from '../../texts/ui-forms-fields.ts';
import {useOpeningFocus} from '../atoms/use-opening-focus.ts';
import {useQuestion} from '../atoms/use-question.ts';
import {formsOf} from '../checklist/open-form.ts';

const texts = uiFormsFieldsTexts.discard;

interface DiscardDraftProps {
  readonly checklist: Checklist;
  /** Whether what was typed is being used. */
  readonly isBusy: boolean;
  /** The placeholders of the form: what was typed for others belongs to another form. */
  readonly placeholders?: readonly Pick<Field, 'key'>[];
  /** Draws the form anew, which gives the focus to its first field. */
  readonly onDiscarded: () => void;
}

/** Deletes what was typed in the form that stands open, after asking. To close the form keeps it. */
export function DiscardDraft({checklist, isBusy, placeholders = [], onDiscarded}: DiscardDraftProps) {
  const asks = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLElement>(null);
  const question = useQuestion(opener, asks.value, () => {
    asks.value = false;
  });
  useOpeningFocus(() => box.current, [asks.value]);
  const typed = [...formsOf(checklist).fields.value].filter(name => checklist.texts.all.value.has(name));
  const {draft} = typedOf(checklist);
  const keys = new Set(placeholders.map(({key}) => key));
  const isFilled = hasAnyOf(draft.value, keys);
  if ((typed.length === 0 && !isFilled) || isBusy) return null;
  const discard = () => {
    asks.value = false;
    for (const name of typed) checklist.texts.set(name, undefined);
    if (isFilled) draft.value = draftWithout(draft.value, keys);
    onDiscarded();
  };
  return asks.value ? (
    <section
      class="form preview"
      ref={box}
      tabIndex={-1}
      aria-label={texts.draft}
      onKeyDown={event => {
        question.onKeyDown(event);
        // Control+Enter would confirm the form that is around it.
        if (event.key === 'Enter') event.stopPropagation();
      }}
    >
      <p>{texts.means}</p>
      <div class="actions">
        <button type="button" class="danger" onClick={discard}>
          {texts.forGood}
        </button>
        <button type="button" onClick={question.cancel}>
          {texts.keep}
        </button>
      </div>
    </section>
  ) : (
    <div class="actions">
      <button
        ref={opener}
        type="button"
        class="quiet"
        onClick={() => {
          asks.value = true;
        }}
      >
        {texts.draft}
      </button>
    </div>
  );
}
