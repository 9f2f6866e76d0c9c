import {projectChecks} from '../../customer/checks/index.ts';
import {exported, type Format} from '../../customers/export.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {CopyButton} from '../atoms/CopyButton.tsx';
import {download} from '../atoms/download.ts';

interface FormatWords {
  readonly format: Format;
  readonly words: string;
  readonly name: string;
  readonly type: string;
  /** What stands before the text in a file. */
  readonly before: string;
}

const formats: readonly FormatWords[] = [
  // By this mark spreadsheets know that it is UTF-8.
  {format: 'csv', words: 'CSV', name: 'customers.csv', type: 'text/csv', before: '\uFEFF'},
  {format: 'json', words: 'JSON', name: 'customers.json', type: 'application/json', before: ''},
  {format: 'markdown', words: 'Markdown', name: 'customers.md', type: 'text/markdown', before: ''},
];

/** What is shown, to copy and to download. */
export function Exports({customers, workspace}: {customers: Portfolio; workspace: Workspace}) {
  const text = (format: Format) => exported(format, customers.shown.value, projectChecks, workspace);
  const {length} = customers.shown.value;
  if (length === 0) return null;
  return (
    <details class="exports">
      <summary>{length === 1 ? 'Export the one that is shown' : `Export the ${length} that are shown`}</summary>
      {formats.map(({format, words, name, type, before}) => (
        <div key={format} class="actions">
          <button type="button" onClick={() => download(name, type, before + text(format))}>
            Download {words}
          </button>
          <CopyButton label={`Copy ${words}`} text={() => text(format)} />
        </div>
      ))}
    </details>
  );
}
