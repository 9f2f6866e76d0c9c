import type {ChangeWords} from '../../changes/kinds/kind.ts';
import {say} from '../../texts/say.ts';
import {uiFormsTexts} from '../../texts/ui-forms.ts';

const most = 20;

interface WordsProps {
  readonly words: ChangeWords;
  /** What it did, or what it does to what, as a phrase, in place of what the words say themselves. */
  readonly what?: string | undefined;
}

/** What a change does, with the values before and after. */
export function Words({words, what}: WordsProps) {
  const {before, after, each = []} = words;
  return (
    <>
      <p>{uiFormsTexts.change(what ?? say(words.what))}</p>
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
