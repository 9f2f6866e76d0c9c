import {useSignal} from '@preact/signals';
import {type Aliases, aliasLines, readAliases} from '../../placeholders/index.ts';
import {uiFormsFilesTexts} from '../../texts/ui-forms-files.ts';
import {Alert} from '../atoms/Alert.tsx';

interface AliasesFieldProps {
  readonly aliases: Aliases;
  readonly save: (aliases: Aliases) => Promise<void>;
}

/** The workspace's other words for placeholders. What was typed is kept when the field is left, if it can be read. */
export function AliasesField({aliases, save}: AliasesFieldProps) {
  const typed = useSignal<string | undefined>(undefined);
  const fault = useSignal<string | undefined>(undefined);
  const keep = () => {
    if (typed.value === undefined) return;
    const read = readAliases(typed.value);
    fault.value = typeof read === 'string' ? read : undefined;
    if (typeof read === 'string') return;
    void save(read).then(() => {
      typed.value = undefined;
    });
  };
  const text = typed.value ?? aliasLines(aliases);
  return (
    <div class="field">
      <label for="aliases">{uiFormsFilesTexts.brackets.aliases}</label>
      <p class="hint" id="aliases-hint">
        {uiFormsFilesTexts.brackets.aliasesHint}
      </p>
      <textarea
        id="aliases"
        rows={Math.min(8, text.split('\n').length + 1)}
        autocomplete="off"
        spellcheck={false}
        aria-describedby="aliases-hint"
        aria-invalid={fault.value !== undefined}
        value={text}
        onInput={event => {
          typed.value = event.currentTarget.value;
        }}
        onBlur={keep}
      />
      {fault.value !== undefined && <Alert>{fault.value}</Alert>}
    </div>
  );
}
