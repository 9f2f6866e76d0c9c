import {plural} from './plural.ts';

/** The forms about the project itself, and the question before a change that is asked for twice. */
export const uiFormsProjectTexts = {
  avatar: {
    form: 'Choose the logo',
    now: 'The current logo',
    isReplaced: 'Your logo replaces this one.',
    isSeen: 'The customer can see it.',
    use: 'Upload this logo',
    uploading: 'Uploading…',
  },

  confirm: {
    form: 'Confirm',
    nothingLeft:
      'Nothing is left to undo here. If you changed these roles yourself, undo that first: it’s an entry in the journal.',
    deletedForGood: 'You can’t restore what’s deleted.',
    doIt: 'Confirm',
    /** What stands on the button where what the change does is too long for it, by the change’s kind. */
    short: {
      commit: 'Commit',
      restore: 'Undo commit',
      'merge-request': 'Create merge request',
      'close-merge-request': 'Close merge request',
      share: 'Share project',
      remove: 'Change access',
      'move-back': 'Move back',
    } as Partial<Record<string, string>>,
    /** The same of what more people see after it. @param visibility “public” or “internal” */
    widen: {
      project: (visibility: string) => `Make the project ${visibility}`,
      group: (visibility: string) => `Make the group ${visibility}`,
      moveBack: (visibility: string) => `Move back and make it ${visibility}`,
    },
    working: 'Working…',
  },

  issues: {
    reading: 'Loading open issues…',
    none: 'No open issues.',
    choose: (open: number) =>
      plural(open, {
        one: '1 open issue. Select it to close or delete it:',
        other: `${open} open issues. Select those to close or delete:`,
      }),
    open: 'Open issue',
    openIssue: (number: number) => `Open issue ${number}`,
    close: (count: number) =>
      count === 0 ? 'Close issues' : plural(count, {one: 'Close 1 issue', other: `Close ${count} issues`}),
    deleteThese: (count: number) =>
      count === 0 ? 'Delete issues' : plural(count, {one: 'Delete 1 issue', other: `Delete ${count} issues`}),
  },

  name: {
    form: 'Rename the project',
    label: 'New project name',
    hint: (name: string) => `Current name: “${name}”. Start with the customer’s name.`,
    enter: 'Enter a name.',
    tooLong: 'A project name can have at most 255 characters.',
    notTaken: 'Use only letters, digits, emoji, “_”, “.”, “+”, dashes and spaces in a project name.',
    rename: 'Rename project',
    renaming: 'Renaming…',
  },

  note: {
    tick: {
      form: 'Mark as done with a note',
      label: 'Note',
      hint: 'Your browser stores this note. Exports and handover reports include it.',
      button: 'Mark as done',
    },
    waiver: {
      form: 'Mark as not applicable',
      label: 'Why isn’t this applicable?',
      hint: 'This item counts as done. You can undo this.',
      button: 'Mark as not applicable',
    },
  },

  search: {
    form: 'Search pre-sales',
    label: 'Customer or project',
    search: 'Search projects',
    searching: 'Searching…',
    nothing: 'No pre-sales project has this in its name.',
  },
};
