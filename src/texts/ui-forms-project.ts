import {plural} from './plural.ts';

/** The forms about the project itself, and the question before a change that is asked for twice. */
export const uiFormsProjectTexts = {
  avatar: {
    form: 'Choose the logo',
    isSeen: 'The customer sees it.',
    use: 'Use this logo',
    uploading: 'Uploading…',
  },

  confirm: {
    form: 'Confirm',
    nothingLeft:
      'Nothing is left here to take back. If you changed their roles yourself, undo that first: it is a row of the journal.',
    deletedForGood: 'What is deleted cannot come back.',
    doIt: 'Do it',
    working: 'Working…',
  },

  issues: {
    reading: 'Reading the open issues…',
    none: 'No issue is open.',
    choose: (open: number) =>
      plural(open, {
        one: 'One open issue. Choose those to remove:',
        other: `${open} open issues. Choose those to remove:`,
      }),
    open: 'Open',
    openIssue: (number: number) => `Open issue ${number}`,
    close: (count: number) => `Close ${count}`,
    delete: 'Delete',
    deleteThese: (count: number) => `Delete ${count}`,
  },

  name: {
    form: 'Rename the project',
    label: 'New name of the project',
    hint: (name: string) => `Now it is called “${name}”. Start with the customer’s name.`,
    enter: 'Enter a name.',
    tooLong: 'A project’s name has at most 255 characters.',
    notTaken: 'GitLab takes only letters, digits, emoji, “_”, “.”, “+”, dashes and blanks in a project’s name.',
    rename: 'Rename the project',
    renaming: 'Renaming…',
  },

  note: {
    tick: {
      form: 'Tick off with a note',
      label: 'Note',
      hint: 'Your browser keeps it. Colleagues don’t see it.',
      button: 'Tick off',
    },
    waiver: {
      form: 'Say why it does not apply',
      label: 'Why does it not apply?',
      hint: 'The row counts as right then. You can take it back.',
      button: 'It does not apply',
    },
  },

  search: {
    form: 'Search pre-sales',
    label: 'Customer or project',
    search: 'Search',
    searching: 'Searching…',
    nothing: 'Nothing in pre-sales has this in its name.',
  },
};
