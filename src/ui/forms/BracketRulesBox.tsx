import type {Checklist} from '../../checklist/checklist.ts';
import type {proseOf} from '../../customer/filling/files.ts';
import {plainContext} from '../../customer/filling/plain-context.ts';
import type {Aliases, BracketRules} from '../../placeholders/index.ts';
import {uiFormsFilesTexts} from '../../texts/ui-forms-files.ts';
import {Choice} from '../atoms/Choice.tsx';
import {Fold} from '../atoms/Fold.tsx';
import {marksOn} from '../preferences.ts';
import {AliasesField} from './AliasesField.tsx';

const texts = uiFormsFilesTexts.brackets;

/** Texts in brackets that are listed at most. */
const mostProse = 100;

interface BracketRulesBoxProps {
  readonly checklist: Checklist;
  readonly rules: BracketRules;
  /** What stands in brackets and is no placeholder. */
  readonly prose: ReturnType<typeof proseOf>;
  readonly aliases: Aliases;
}

/** Decides whether a text in brackets is a placeholder; the second time, takes the decision back. */
export function decideBracket(checklist: Checklist, key: string, decision: 'placeholder' | 'prose'): void {
  void checklist.decideBrackets(before => {
    const decisions = new Map(before.decisions);
    // Back to what was found without a decision.
    if (!decisions.delete(key)) decisions.set(key, decision);
    return {...before, decisions};
  });
}

/** What counts as a placeholder, and what is known under another word. */
export function BracketRulesBox({checklist, rules, prose, aliases}: BracketRulesBoxProps) {
  return (
    <Fold class="more" words={prose.length === 0 ? texts.whatCounts : texts.probablyNone(prose.length)}>
      <ul class="prose">
        {prose.slice(0, mostProse).map(({key, text, line}) => (
          <li key={key}>
            {plainContext(line)}{' '}
            <button type="button" class="quiet" onClick={() => decideBracket(checklist, key, 'placeholder')}>
              {texts.isOne(text)}
            </button>
          </li>
        ))}
      </ul>
      <Choice
        id="blanks"
        checked={rules.blanks}
        onChange={blanks => void checklist.decideBrackets(before => ({...before, blanks}))}
      >
        {texts.lookForBlanks}
      </Choice>
      <AliasesField aliases={aliases} save={next => checklist.decideBrackets(before => ({...before, aliases: next}))} />
      <Choice
        id="marks"
        checked={marksOn.value}
        onChange={checked => {
          marksOn.value = checked;
        }}
      >
        {texts.markThem}
      </Choice>
    </Fold>
  );
}
