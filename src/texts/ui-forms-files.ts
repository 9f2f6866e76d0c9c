import {plural} from './plural.ts';

/** The form that fills in files, and its parts. */
export const uiFormsFilesTexts = {
  form: {
    fileNames: (names: readonly string[]) => names.join(' and '),
    fillIn: (files: string) => `Fill in ${files}`,
    readAgain: (files: string) =>
      `${files} changed and was loaded again. What you typed is kept. Review the changed lines, then commit again.`,
    /** The same where nothing that was typed changes a line any more. */
    nothingLeft: (files: string) => `${files} changed and was loaded again. Nothing you typed is left to commit.`,
    loadedAgain: (files: string) => `${files} changed and was loaded again.`,
    /** Of a placeholder that somebody took out. @param files how many were named before; @param value what was typed for it */
    noLongerHas: (files: number, placeholder: string, value: string) =>
      plural(files, {
        one: `It no longer has [${placeholder}]. Your text for it: “${value}”`,
        other: `They no longer have [${placeholder}]. Your text for it: “${value}”`,
      }),
    reviewLines: 'Review the changed lines, then commit again.',
    nothingElseLeft: 'Nothing else you typed is left to commit.',
    /** @param what and @param advice sentences: what happened, and what to do */
    sessionEnded: (what: string, advice: string) => `${what} What you typed is kept. ${advice}`,
    /** The same where somebody else committed what was typed. */
    hasThem: (files: number) =>
      plural(files, {
        one: 'The file already has these values. Nothing is left to commit.',
        other: 'The files already have these values. Nothing is left to commit.',
      }),
    lost: (values: readonly string[]) =>
      `Someone changed the file, and the places of these values no longer exist: ${values.map(value => `“${value}”`).join(', ')}.`,
    /** @param why a sentence */
    notRead: (why: string) => `Couldn’t read the template project’s file. ${why}`,
    templatesToo: 'Also fill in the issue templates in this commit',
    readmeToo: 'Also fill in the README in this commit',
    keys: 'Enter: next empty field. Shift+Enter: new line. Ctrl+Enter: commit.',
    mayNotPush: (branch: string) =>
      `You can’t push to ${branch}. This creates a merge request; the item stays open until it’s merged.`,
    emptyStays: 'Empty fields stay unchanged. The customer can see this commit.',
    commitTo: (branch: string) => `Commit to ${branch}`,
    makeRequest: 'Create merge request',
    committing: 'Committing…',
  },

  brackets: {
    whatCounts: 'What counts as a placeholder',
    probablyNone: (count: number) =>
      plural(count, {one: '1 other bracketed text', other: `${count} other bracketed texts`}),
    isOne: (text: string) => `Treat [${text}] as placeholder`,
    lookForBlanks: 'Also find {{customer}}, <CUSTOMER>, TODO, TBD and XXX, for all customers',
    markThem: 'Highlight placeholders on the project’s page',
    aliases: 'Other names for the same placeholder, for all customers',
    aliasesHint: 'One per line: the other name, “=”, the placeholder it stands for. Both get the same suggestions.',
  },

  changedLines: {
    label: 'Changed lines',
    count: (lines: number) => plural(lines, {one: `${lines} line changes`, other: `${lines} lines change`}),
    fromTemplate: (path: string) => `${path}, from the template project’s file`,
    line: (line: number) => `Line ${line}`,
    more: (lines: number) => plural(lines, {one: 'And 1 more line.', other: `And ${lines} more lines.`}),
  },

  ownerless:
    'These values were saved by version 0.1, which didn’t keep users apart, so they aren’t filled in. Say at the top of the panel whether they’re yours.',

  rendered: {
    label: 'As GitLab renders it',
  },

  /** The files beside the fields of the wide editor. */
  document: {
    label: 'Files with placeholders',
    loading: 'Loading…',
    /** @param why a sentence */
    notRendered: (why: string) => `Couldn’t load how GitLab renders this. ${why} Here’s the text as it’s stored.`,
    empty: (placeholder: string) => `[${placeholder}], empty`,
    filled: (value: string, placeholder: string) => `${value}, for [${placeholder}]`,
  },
};
