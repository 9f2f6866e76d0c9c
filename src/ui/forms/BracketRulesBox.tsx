import type {Checklist} from '../../checklist/checklist.ts';
import type {proseOf} from '../../customer/filling/files.ts';
import type {Aliases, BracketRules} from '../../placeholders/index.ts';
import {Choice} from '../atoms/Choice.tsx';
import {marksOn} from '../preferences.ts';
import {AliasesField} from './AliasesField.tsx';

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
    <details class="more">
      <summary>
        {prose.length === 0 ? 'What counts as a placeholder' : `${prose.length} in brackets, probably no placeholders`}
      </summary>
      <ul class="prose">
        {prose.slice(0, mostProse).map(({key, text, line}) => (
          <li key={key}>
            <span class="line">{line}</span>
            <button type="button" class="quiet" onClick={() => decideBracket(checklist, key, 'placeholder')}>
              [{text}] is one
            </button>
          </li>
        ))}
      </ul>
      <Choice
        id="blanks"
        checked={rules.blanks}
        onChange={blanks => void checklist.decideBrackets(before => ({...before, blanks}))}
      >
        Look for {'{{customer}}'}, &lt;CUSTOMER&gt;, TODO, TBD and XXX too, for all customers
      </Choice>
      <AliasesField aliases={aliases} save={next => checklist.decideBrackets(before => ({...before, aliases: next}))} />
      <Choice
        id="marks"
        checked={marksOn.value}
        onChange={checked => {
          marksOn.value = checked;
        }}
      >
        Mark brackets on the project’s page
      </Choice>
    </details>
  );
}
