import {plural} from './plural.ts';

/** The fields that forms and guided flows share. */
export const uiFormsFieldsTexts = {
  commit: {
    message: 'Commit message',
    messageAndBranch: 'Commit message and branch',
    firstLineIsTitle: 'The first line is the title of the merge request.',
    branch: 'Branch of the merge request',
    createsBranch: 'This commit creates it.',
  },

  customer: {
    name: 'Customer’s name',
    path: 'Path of the customer’s group',
  },

  segment: {
    label: 'Segment',
    choose: 'Choose a segment',
  },

  introduction: {
    label: 'Introduction',
    copy: 'Copy',
    hello: (customer: string) => `Hello ${customer} team,`,
    /** In place of the customer’s name in `hello`. */
    unknownCustomer: 'your team',
    project: (url: string) => `this is our collaboration project: ${url}`,
    whatFor: 'Here we plan, ask and decide together. The README says who is who and how we work.',
    openIssues: 'Please open an issue for every question or request, so that nothing gets lost.',
    openIssuesFrom: (templates: readonly string[]) =>
      `Please open an issue for every question or request, so that nothing gets lost. The templates ${templates.map(name => `“${name}”`).join(' and ')} help with it.`,
  },

  invitees: {
    invited: 'Who is invited',
    notInvited: 'Who is not invited',
    asDeveloper: (people: readonly string[]) => `As Developer: ${people.join(', ')}`,
    colleagues: (mails: readonly string[]) =>
      plural(mails.length, {
        one: `A colleague by the address, not a customer: ${mails.join(', ')}. They are invited like the others.`,
        other: `Colleagues by their addresses, not customers: ${mails.join(', ')}. They are invited like the others.`,
      }),
    lookingUp: (usernames: readonly string[]) => `Looking up ${usernames.join(', ')}…`,
    nobody: 'Nobody',
    /** @param why whole sentences */
    notLookedUp: (usernames: readonly string[], why: string) =>
      plural(usernames.length, {
        one: `${usernames.join(', ')} could not be looked up, and is not invited. ${why}`,
        other: `${usernames.join(', ')} could not be looked up, and are not invited. ${why}`,
      }),
    lookAgain: 'Look again',
  },

  picture: {
    label: 'Picture',
    hint: 'Choose a file, drop one here, or paste one. It becomes a square that GitLab takes.',
    useGroups: 'Use the group’s picture',
    noSquare: 'If it is no square',
    fit: {
      whole: 'Show all of it',
      middle: 'Show its middle',
    },
    asSquare: 'The logo as a square',
    asCircle: 'The logo as a circle',
    size: (kibibytes: number) => `${kibibytes} KiB of at most 200`,

    cannotDraw: 'The browser cannot draw pictures here.',
    tooLarge: 'The file is larger than 50 MB. Choose a smaller one.',
    noPicture: 'The browser cannot show this file as a picture. Choose a PNG, JPEG, WebP, GIF or SVG.',
    isEmpty: 'The picture is empty.',
    notSmallEnough: 'The picture cannot be made small enough for GitLab.',
  },

  placeholder: {
    /** Where a suggested value comes from: the end of `use`. */
    origin: {
      before: 'as before for this customer',
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

    line: (line: number) => `line ${line}`,
    lineOf: (line: number, file: string) => `line ${line} of ${file}`,
    /** @param place `line` or `lineOf`; what stands there follows */
    firstIn: (count: number, place: string) =>
      plural(count, {one: `Once in ${place}:`, other: `${count} times, first in ${place}:`}),
    at: (place: string) => `${place}:`,
    inPlace: (place: string) => `In ${place}:`,
    fieldIn: (name: string, place: string) => `[${name}] in ${place}`,
    morePlaces: (count: number) => `And ${count} more places.`,

    isLeft: (name: string) => `[${name}] is left as it is.`,
    fillIn: (name: string) => `Fill in [${name}]`,
    leave: 'Leave it as it is',
    bringsBrackets: (text: string) =>
      `The customer will see [${text}] with its brackets, and it counts as not filled in.`,
    isNone: (text: string) => `[${text}] is no placeholder`,
    thisIsNone: 'This is no placeholder',
    more: 'More',
    moreAbout: (name: string) => `More about [${name}]`,
    sameEverywhere: 'The same everywhere',
    otherForEach: 'Another value for each place',
  },
};
