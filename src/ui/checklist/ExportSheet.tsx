import type {Checklist} from '../../checklist/checklist.ts';
import {projectChecks} from '../../customer/checks/index.ts';
import {exported, type Format} from '../../customers/export.ts';
import {resultOfChecklist} from '../../customers/from-checklist.ts';
import {uiChecklistExportTexts as texts} from '../../texts/ui-checklist-export.ts';
import {CopyButton} from '../atoms/CopyButton.tsx';

const formats: readonly Format[] = ['markdown', 'csv', 'json'];

/** One customer’s checklist as a text: for an issue, a spreadsheet or another program. */
export function ExportSheet({checklist}: {checklist: Checklist}) {
  const result = resultOfChecklist(checklist);
  if (result === undefined) return <p class="hint">{texts.notRead}</p>;
  return (
    <>
      <p class="hint">{texts.hint}</p>
      {formats.map(format => (
        <div key={format} class="actions">
          <CopyButton
            label={texts.copy[format]}
            text={() => exported(format, [result], projectChecks, checklist.sources.workspace)}
          />
        </div>
      ))}
    </>
  );
}
