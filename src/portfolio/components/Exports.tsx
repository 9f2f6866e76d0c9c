import {projectChecks} from '../../checks/index.ts';
import {CopyButton} from '../../panel/components/CopyButton.tsx';
import type {Workspace} from '../../workspace/workspace.ts';
import {exported, type Format} from '../export.ts';
import type {Portfolio} from '../portfolio.ts';

const formats: readonly (readonly [Format, string, string, string])[] = [
  ['csv', 'CSV', 'customers.csv', 'text/csv'],
  ['json', 'JSON', 'customers.json', 'application/json'],
  ['markdown', 'Markdown', 'customers.md', 'text/markdown'],
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
  return (
    <details class="exports">
      <summary>Export the {customers.shown.value.length} that are shown</summary>
      {formats.map(([format, words, name, type]) => (
        <div key={format} class="actions">
          <button type="button" onClick={() => download(name, type, text(format))}>
            Download {words}
          </button>
          <CopyButton label={`Copy ${words}`} text={text(format)} />
        </div>
      ))}
    </details>
  );
}
