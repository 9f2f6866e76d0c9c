import {projectChecks} from '../../checks/index.ts';
import {CopyButton} from '../../panel/components/CopyButton.tsx';
import type {Workspace} from '../../workspace/workspace.ts';
import {exported, type Format} from '../export.ts';
import type {Portfolio} from '../portfolio.ts';

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

function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], {type}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Firefox reads it a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

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
