import {plural} from './plural.ts';

/** The form that fills in files, and its parts. */
export const uiFormsFilesTexts = {
  form: {
    fileNames: (names: readonly string[]) => names.join(' and '),
    fillIn: (files: string) => `Fill in ${files}`,
    readAgain: (files: string) =>
      `${files} was read again and what you typed is kept. Look at the changed lines, then commit once more.`,
    /** The same where nothing that was typed changes a line any more. */
    nothingLeft: (files: string) => `${files} was read again, and nothing that you typed is left to commit.`,
    /** The same where somebody else committed what was typed. */
    hasThem: (files: number) =>
      plural(files, {
        one: 'The file has these values already: nothing is left to commit.',
        other: 'The files have these values already: nothing is left to commit.',
      }),
    lost: (values: readonly string[]) =>
      `Somebody changed the file, and the places of these values are gone: ${values.map(value => `“${value}”`).join(', ')}.`,
    /** @param why a sentence */
    notRead: (why: string) => `The template project’s file could not be read. ${why}`,
    templatesToo: 'Fill in the issue templates too, in the same commit',
    readmeToo: 'Fill in the README too, in the same commit',
    useAll: (count: number) => `Use all ${count} suggestions for this customer`,
    keys: 'Enter goes to the next empty field, Shift and Enter make a new line.',
    moreBrackets: (count: number) => `${count} more brackets appear here when these are filled in.`,
    mayNotPush: (branch: string) =>
      `You may not push to ${branch}, so somebody has to merge it. The row says so until then.`,
    emptyStays: 'A field that you leave empty stays as it is. The customer sees the commit.',
    commitTo: (branch: string) => `Commit to ${branch}`,
    makeRequest: 'Make a merge request',
    committing: 'Committing…',
  },

  brackets: {
    whatCounts: 'What counts as a placeholder',
    probablyNone: (count: number) => `${count} in brackets, probably no placeholders`,
    isOne: (text: string) => `[${text}] is one`,
    lookForBlanks: 'Look for {{customer}}, <CUSTOMER>, TODO, TBD and XXX too, for all customers',
    markThem: 'Mark brackets on the project’s page',
    aliases: 'Other words for the same, for all customers',
    aliasesHint:
      'One a line: the other word, “=”, the one that it stands for. What is known for the one is proposed for the other too.',
  },

  changedLines: {
    label: 'Changed lines',
    count: (lines: number) => plural(lines, {one: `${lines} line changes`, other: `${lines} lines change`}),
    fromTemplate: (path: string) => `${path}, made from the template project’s`,
    line: (line: number) => `Line ${line}`,
    more: (lines: number) => `And ${lines} more lines.`,
  },

  ownerless:
    'These values were typed before users were told apart, so they are not filled in. Say at the top of the panel whether they are yours.',

  rendered: {
    label: 'As GitLab renders it',
    show: 'Show it as GitLab renders it',
    rendering: 'GitLab renders it…',
  },
};
