import {roleName} from './gitlab.ts';
import {plural} from './plural.ts';

/** The fields that forms and guided flows share. */
export const uiFormsFieldsTexts = {
  discard: {
    draft: 'Discard draft',
    means: 'Deletes what you typed here. Nothing changes in GitLab.',
    forGood: 'Discard for good',
    keep: 'Keep draft',
  },

  commit: {
    message: 'Commit message',
    messageAndBranch: 'Commit message and branch',
    firstLineIsTitle: 'The first line is the title of the merge request.',
    branch: 'Branch of the merge request',
    createsBranch: 'This commit creates it.',
  },

  customer: {
    name: 'Customer’s name',
    path: 'Customer group path',
  },

  segment: {
    label: 'Segment',
    choose: 'Choose a segment',
  },

  /** The frame of a form that fills in files. */
  editor: {
    wide: 'Open wide editor',
    narrow: 'Close wide editor',
    filled: (filled: number, all: number) =>
      plural(all, {one: `${filled} of ${all} filled`, other: `${filled} of ${all} filled`}),
    keys: 'Enter: next empty field. Shift+Enter: new line.',
    preview: 'Preview',
    hidePreview: 'Hide preview',
    rendering: 'Loading preview…',
  },

  /** What is filled in already. */
  filled: {
    /** @param changed how many of the known values the user has changed */
    automatically: (count: number, changed: number) =>
      changed === 0 ? `${count} filled automatically` : `${count} filled automatically, ${changed} changed by you`,
    earlier: (count: number) => `${count} you typed before`,
    more: (count: number) =>
      plural(count, {
        one: '1 more placeholder appears here when you fill these in.',
        other: `${count} more placeholders appear here when you fill these in.`,
      }),
  },

  introduction: {
    label: 'Introduction',
    copy: 'Copy introduction',
    /** @param people how many addresses it goes to */
    email: (people: number) => plural(people, {one: 'Email 1 person', other: `Email ${people} people`}),
    subject: 'Our shared project in GitLab',
    openIssue: 'Open as issue',
    issueTitle: 'Welcome to our shared project',
    mentions: (usernames: readonly string[]) =>
      `The issue mentions ${usernames.map(username => `@${username}`).join(', ')}. Nothing is posted until you create it.`,
    nothingPosted: 'Nothing is posted until you create the issue.',
    tooLongToEmail: 'This is too long for an email link. Copy it instead.',
    tooLongForIssue: 'This is too long to open as an issue. Copy it instead.',
    hello: (customer: string) => `Hi ${customer} team,`,
    /** Where the customer’s name is not known. */
    helloAll: 'Hi team,',
    project: (url: string) => `Here’s our shared project: ${url}`,
    whatFor:
      'We’ll use it to plan, ask questions, and make decisions together. The README lists who’s who and how we work.',
    openIssues: 'Please open an issue for any question or request.',
    openIssuesFrom: (templates: readonly string[]) =>
      plural(templates.length, {
        one: `Please open an issue for any question or request; the ${templates.join(' and ')} template is a good start.`,
        other: `Please open an issue for any question or request; the ${templates.join(' and ')} templates are a good start.`,
      }),
  },

  people: {
    /** The list of those who are in the field. */
    added: 'Added people',
    /** The list of those of whom something is left to do. */
    open: 'Not ready to invite',
    count: (people: number) => plural(people, {one: '1 person added', other: `${people} people added`}),
    /** Accounts that were found while one types. */
    suggestions: 'Suggestions',
    remove: (who: string) => `Remove ${who}`,
    edit: 'Edit',
    editOf: (who: string) => `Edit ${who}`,
    retry: 'Retry',
    retryOf: (who: string) => `Retry ${who}`,

    // What stands beside somebody: no sentences.
    getsEmail: 'gets an email',
    isTeam: 'gets an email, looks like a team member',
    isMember: (role: number) => `already ${roleName(role)}`,
    isInvited: (role: number) => `already invited, as ${roleName(role)}`,
    isYou: 'that’s you',
    looking: 'checking…',
    notFound: 'couldn’t look up',
    noUser: 'No GitLab user has this username, or the account is blocked.',
    isBot: 'Bots can’t be invited.',
    /** @param state GitLab's word: “blocked” */
    accountIs: (state: string) => `The account is ${state}.`,
    unclear: 'Not an email or @username.',

    didYouMean: (mail: string) => `Did you mean ${mail}?`,
    othersAreAt: (domain: string) => `The others are at ${domain}. Is this address right?`,
    use: (domain: string) => `Use ${domain}`,
    keep: (domain: string) => `Keep ${domain}`,
    waiting: (people: number) =>
      plural(people, {
        one: 'Answer the question about 1 person to invite them.',
        other: `Answer the questions about ${people} people to invite them.`,
      }),
    found: 'Check who was found, then send the invitation.',
    /** @param why whole sentences */
    notLookedUp: (usernames: readonly string[], why: string) =>
      `Couldn’t look up ${usernames.join(', ')}. They won’t be invited. ${why}`,
    lookAgain: 'Retry',
  },

  picture: {
    label: 'Logo',
    hint: 'Choose, drop, or paste an image. We’ll resize it for GitLab.',
    useGroups: 'Use the group’s logo',
    noSquare: 'Fit',
    fit: {
      whole: 'Whole image',
      middle: 'Crop to center',
    },
    asSquare: 'The logo as a square',
    asCircle: 'The logo as a circle',
    size: (kibibytes: number) => `${kibibytes} of 200 KiB`,

    cannotDraw: 'The browser can’t draw images here.',
    tooLarge: 'The file is larger than 50 MB. Choose a smaller one.',
    noPicture: 'The browser can’t show this file as an image. Choose a PNG, JPEG, WebP, GIF or SVG.',
    isEmpty: 'The image is empty.',
    notSmallEnough: 'Couldn’t make the image small enough for GitLab.',
  },

  placeholder: {
    /** Where a suggested value comes from: the end of `use` and of `filledBy`. */
    origin: {
      before: 'used before for this customer',
      undone: 'used for this customer and undone',
      always: 'used for all your other customers',
      elsewhere: 'used for another customer',
      customer: 'the customer’s name',
      'user-name': 'your name',
      username: 'your username',
      today: 'today’s date',
      'project-url': 'this project’s address',
      'group-url': 'the group’s address',
      segment: 'the segment',
      maintainers: 'the customer’s Maintainers',
      developers: 'the customer’s Developers',
    },
    usedFor: (customers: readonly string[]) => `used for ${customers.join(', ')}`,
    usedForAndMore: (customers: readonly string[], rest: number) => `used for ${customers.join(', ')} and ${rest} more`,
    use: (value: string, origin: string) => `Use “${value}”, ${origin}`,
    filledBy: (origin: string) => `Filled automatically: ${origin}`,

    line: (line: number) => `line ${line}`,
    lineOf: (line: number, file: string) => `line ${line} of ${file}`,
    /** @param place `line` or `lineOf`; what stands there follows */
    firstIn: (count: number, place: string) =>
      plural(count, {one: `In ${place}:`, other: `×${count}, first in ${place}:`}),
    at: (place: string) => `${place}:`,
    inPlace: (place: string) => `In ${place}:`,
    fieldIn: (name: string, place: string) => `[${name}] in ${place}`,
    morePlaces: (count: number) => plural(count, {one: 'And 1 more place.', other: `And ${count} more places.`}),

    isLeft: (name: string) => `[${name}] stays as it is.`,
    fillIn: (name: string) => `Fill in [${name}]`,
    leave: 'Keep as it is',
    bringsBrackets: (text: string) => `[${text}] will appear with brackets and count as unfilled.`,
    isNone: (text: string) => `[${text}] isn’t a placeholder`,
    thisIsNone: 'Not a placeholder',
    more: 'More',
    moreAbout: (name: string) => `More about [${name}]`,
    /** What a press would take away. */
    discards: (value: string) => `This discards “${value}”.`,
    discard: 'Discard value',
    keep: 'Keep value',
    sameEverywhere: 'Same value everywhere',
    otherForEach: 'Different value per place',
  },
};
