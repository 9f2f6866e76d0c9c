import {projectChecks} from '../../customer/checks/index.ts';
import {exported, type Format} from '../../customers/export.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {CopyButton} from '../atoms/CopyButton.tsx';
import {download} from '../atoms/download.ts';

const texts = uiCustomersTexts.exports;

interface FormatFile {
  readonly format: Format;
  readonly name: string;
  readonly type: string;
  /** What stands before the text in a file. */
  readonly before: string;
}

const formats: readonly FormatFile[] = [
  // By this mark spreadsheets know that it is UTF-8.
  {format: 'csv', name: 'customers.csv', type: 'text/csv', before: '\uFEFF'},
  {format: 'json', name: 'customers.json', type: 'application/json', before: ''},
  {format: 'markdown', name: 'customers.md', type: 'text/markdown', before: ''},
];

/** What is shown, to copy and to download. */
export function Exports({customers, workspace}: {customers: Portfolio; workspace: Workspace}) {
  const text = (format: Format) => exported(format, customers.shown.value, projectChecks, workspace);
  const {length} = customers.shown.value;
  if (length === 0) return null;
  return (
    <details class="exports">
      <summary>{texts.title(length)}</summary>
      {formats.map(({format, name, type, before}) => (
        <div key={format} class="actions">
          <button type="button" onClick={() => download(name, type, before + text(format))}>
            {texts.download(texts.formats[format])}
          </button>
          <CopyButton label={texts.copy(texts.formats[format])} text={() => text(format)} />
        </div>
      ))}
    </details>
  );
}
