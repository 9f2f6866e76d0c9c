import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {englishIn} from '../../english.ts';

/** What reads as English in the code and is no text that people see, by file. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // GitLab's own words, which are looked for in its answers.
  'apply/share.ts': ['Not Found'],
  'gitlab/transport.ts': ['"401 Unauthorized"'],
  // Names of nodes of the Markdown parser.
  'placeholders/blocks.ts': ['Footnote', 'Footnote'],
  // What placeholders say in the template project's files, and what is put between brackets to look at it.
  'placeholders/suggest.ts': ['yyyy mm dd'],
  'customer/filling/files.ts': ['Value: [X]'],
  // Names of the template project's files, and its placeholders.
  'workspace/workspace.ts': [
    'Agenda',
    '.gitlab/issue_templates/Meeting Agenda.md',
    'Feature Request',
    'feature[ _-]*request',
    '.gitlab/issue_templates/Feature Request.md',
    'CSM NAME',
    'CSM NAME',
  ],
  // What new projects are called in GitLab, whoever makes them.
  'flows/new-customer.ts': ['Customer Collaboration Project'],
  // Names of columns in a file that programs read.
  'customers/export.ts': ['last activity', 'last change'],
  // Names of fields whose text is kept, of a lock between tabs, and of a row that is no customer's.
  'checklist/undo-words.ts': ['message {} {}'],
  'ui/forms/MoveForm.tsx': ['move name', 'move path'],
  'ui/forms/use-files-commit.ts': ['commit {}', 'branch {}'],
  'customers/reading.ts': ['scan {}'],
  'ui/customers/CustomerTable.tsx': ['above {}', 'td[data-check], [data-head]'],
  // Selectors.
  'ui/beside/covering.ts': ['.gl-drawer:not(.gl-drawer-leave-active), #contextual-panel-portal > *, #ai-panel-portal'],
  'ui/beside/tab-spot.ts': ['a[href], button, input, select, textarea, summary, label, [role="button"], [role="tab"]'],
  'ui/customers/CustomerRow.tsx': ['[data-customer="{}"] td[data-check="{}"]'],
  'ui/checklist/open-item.ts': ['input, textarea, select'],
  'ui/atoms/use-dropdown.ts': ['.body, .beside, .portfolio'],
  'ui/atoms/press-guard.ts': [
    'button, a[href], select, input, textarea, label',
    'textarea, input:not([type]), input[type="text"], input[type="search"], input[type="number"]',
  ],
};

const root = path.resolve(import.meta.dirname, '../../../src');
const files = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter(
  file => /(?<!\.d)\.tsx?$/.test(file) && !file.startsWith('texts/'),
);

describe('English', () => {
  it('stands in src/texts, and nowhere else in src', () => {
    const left = new Map(Object.entries(exceptions).map(([file, texts]) => [file, [...texts]]));
    const stray = files.flatMap(file =>
      englishIn(file, readFileSync(path.join(root, file), 'utf8')).flatMap(({line, text}) => {
        const known = left.get(file) ?? [];
        const at = known.indexOf(text);
        if (at >= 0) known.splice(at, 1);
        return at >= 0 ? [] : [`src/${file}:${line}: ${text}`];
      }),
    );
    expect(stray).toEqual([]);
    const gone = [...left].flatMap(([file, texts]) => texts.map(text => `src/${file}: ${text}`));
    expect(gone, 'exceptions that are not needed any more').toEqual([]);
  });

  it.each([
    ['<p>read</p>', ['read']],
    ['<p>one {x} two</p>', ['one', 'two']],
    ['<p>{x ? `read` : <b>{y && "none"}</b>}</p>', ['read', 'none']],
    [`<Box title="Open" aria-label={x ? "Closed" : \`Move \${to}\`} />`, ['Open', 'Closed', 'Move {}']],
    ['const words = {done: "Done", label: "To do"}', ['Done', 'To do']],
    [`f("Working…", \`\${n} rows\`, \`Since \${day}\`, "one, two")`, ['Working…', '{} rows', 'Since {}', 'one, two']],
    ['const f = () => x ?? "Nobody"', ['Nobody']],
    ['throw new PictureFault("It is empty.")', ['It is empty.']],
    ['throw new Error("no such row")', []],
    ['import a from "./a b.ts"; type A = "one two"', []],
    ['<p class="form hint" id="row">{n}, {" "}{x === "is open" && y}&nbsp;</p>', ['is open']],
    ['const check = {id: "readme", handbook: "Projects should be private.", kind: "commit"}', []],
    [`said("apply.nobodyInvited advice"); flowsTexts[\`step \${kind}\`]; event.key === "Escape"`, []],
    ['const drawn = "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z"; const all = "p ul ol".split(" ")', []],
    [`form.querySelector("select, input"); /one two/.test(x); String.raw\`a b\`; new RegExp(\`a b \${x}\`)`, []],
    ['const ask = `query($paths: [String!]) { projects(fullPaths: $paths) { id name } }`', []],
  ])('what is English in %s', (source, texts) => {
    expect(englishIn('a.tsx', source).map(({text}) => text)).toEqual(texts);
  });
});
