import {projectChecks} from '../../customer/checks/index.ts';
import {exported, type Format} from '../../customers/export.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import type {Workspace} from '../../workspace/workspace.ts';
import {Choice} from '../atoms/Choice.tsx';
import {CopyButton} from '../atoms/CopyButton.tsx';
import {download} from '../atoms/download.ts';
import {Icon} from '../atoms/Icon.tsx';
import {listMarksOn} from '../preferences.ts';
import {Popover} from './Popover.tsx';

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

/** What is shown, to copy and to download; and what is shown of it in GitLab's own lists. */
export function More({customers, workspace}: {customers: Portfolio; workspace: Workspace}) {
  const text = (format: Format) => exported(format, customers.shown.value, projectChecks, workspace);
  const {length} = customers.shown.value;
  return (
    <Popover label={uiCustomersTexts.more} face={<Icon name="more" />}>
      {length > 0 && (
        <section aria-label={texts.title(length)}>
          <h3>{texts.title(length)}</h3>
          {formats.map(({format, name, type, before}) => (
            <div key={format} class="actions">
              <button type="button" onClick={() => download(name, type, before + text(format))}>
                {texts.download(texts.formats[format])}
              </button>
              <CopyButton label={texts.copy(texts.formats[format])} text={() => text(format)} />
            </div>
          ))}
        </section>
      )}
      <Choice
        id="list-marks"
        checked={listMarksOn.value}
        onChange={checked => {
          listMarksOn.value = checked;
        }}
      >
        {uiCustomersTexts.markInLists}
      </Choice>
    </Popover>
  );
}
