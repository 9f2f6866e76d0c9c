import type {ChangeWords} from '../../changes/kinds/kind.ts';
import {say} from '../../texts/say.ts';
import {uiFormsTexts} from '../../texts/ui-forms.ts';

const most = 20;

interface WordsProps {
  readonly words: ChangeWords;
  /** What it did, as a phrase, in place of what it does. */
  readonly made?: string | undefined;
}

/** What a change does, with the values before and after. */
export function Words({words, made}: WordsProps) {
  const {what, before, after, each = []} = words;
  return (
    <>
      <p>{uiFormsTexts.change(made ?? say(what))}</p>
      {(before !== undefined || after !== undefined) && (
        <p class="values">
          {before !== undefined && <del>{say(before) || uiFormsTexts.empty}</del>}
          {before !== undefined && after !== undefined && <span aria-hidden="true"> → </span>}
          {after !== undefined && <ins>{say(after) || uiFormsTexts.empty}</ins>}
        </p>
      )}
      {each.length > 0 && (
        <ul class="details">
          {each.slice(0, most).map((item, index) => (
            <li key={index}>{say(item)}</li>
          ))}
          {each.length > most && <li>{uiFormsTexts.andMore(each.length - most)}</li>}
        </ul>
      )}
    </>
  );
}
