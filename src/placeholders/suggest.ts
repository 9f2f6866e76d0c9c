import {type FilledValues, learned} from './history.ts';

/** What is known of a customer project and could stand in a placeholder. */
export interface KnownValues {
  readonly customer?: string;
  /** The signed-in user's full name. */
  readonly userName?: string;
  /** Without `@`. */
  readonly username?: string;
  readonly today?: {readonly iso: string; readonly local: string};
  readonly projectUrl?: string;
  readonly groupUrl?: string;
  readonly segment?: string;
  /** Names of the customer's people with this role. */
  readonly maintainers?: string;
  readonly developers?: string;
}

/** What a placeholder can mean that is known of the project. */
type Meaning =
  | 'customer'
  | 'user-name'
  | 'username'
  | 'today'
  | 'project-url'
  | 'group-url'
  | 'segment'
  | 'maintainers'
  | 'developers';

export interface Suggestion {
  readonly value: string;
  /**
   * Where the value comes from: a fact, or what was entered before for this customer, perhaps undone since, for all of them, or for
   * another one.
   */
  readonly origin: Meaning | 'before' | 'undone' | 'always' | 'elsewhere';
  /** Names of the other customers who were given it, as far as they are known. */
  readonly customers?: readonly string[];
}

/** Where values come from that are only offered. */
const onlyOffered: readonly Suggestion['origin'][] = ['undone', 'always', 'elsewhere'];

/** The likeliest value that is this customer's own: none that was undone, or committed for another one, however often. */
export function ownSuggestion(suggestions: readonly Suggestion[]): Suggestion | undefined {
  return suggestions.find(({origin}) => !onlyOffered.includes(origin));
}

/** Wordings by what they mean. Whole texts are compared: no suggestion is better than a wrong one. */
const meanings: readonly (readonly [Meaning, RegExp])[] = [
  [
    'customer',
    /^((the |your )?(customer|client|company|account|organi[sz]ation)( s)?( name)?|name of (the )?(customer|client|company))$/,
  ],
  ['username', /^@?((your |my |csm |csm s |gitlab )?(gitlab )?(user ?name|handle)|csm username|@csm)$/],
  [
    'user-name',
    /^((your|my|csm|csm s|customer success manager|customer success manager s)( full)? name|csm|customer success manager)$/,
  ],
  ['today', /^(date|today|today s date|current date|yyyy mm dd)$/],
  [
    'project-url',
    /^((link to (the |this )?)?(collaboration )?project (url|link|address)|link to (the |this )?(collaboration )?project)$/,
  ],
  [
    'group-url',
    /^((link to (the |this )?)?(customer )?group (url|link|address)|link to (the |this )?(customer )?group)$/,
  ],
  ['segment', /^((customer )?segment|region)$/],
  ['maintainers', /^(customer )?(project )?maintainers?( names?)?$/],
  ['developers', /^(customer )?(project )?developers?( names?)?$/],
];

/** Meanings whose value is another one for every customer: what was entered elsewhere is never offered for them. */
const ownToCustomer: readonly string[] = ['customer', 'today', 'project-url', 'group-url', 'segment'];

/** What templates say around the name of a thing: `[Insert customer name here]`. */
const around = /^(please )?(insert|enter|add|type|fill in)( the)? | (goes )?here$/g;

function wordsOf(text: string): string {
  // `CustomerName` is two words, `GitLab handle` not three.
  const apart = /\s/.test(text) ? text : text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return apart
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim()
    .replace(around, '');
}

/** Other wordings by the one that they stand for, both as they stand in brackets: `TAM` for `CSM`. */
export type Aliases = Readonly<Record<string, string>>;

/**
 * What a placeholder means: `[CUSTOMER NAME]`, `[Customer]` and `[Company]` are one thing; a text without a known meaning
 * stands for itself.
 */
export function meaningOf(text: string, aliases: Aliases = {}): string {
  const own = wordsOf(text);
  const alias = Object.entries(aliases).find(([other]) => wordsOf(other) === own)?.[1];
  const words = alias === undefined ? own : wordsOf(alias);
  return meanings.find(([, pattern]) => pattern.test(words))?.[0] ?? words;
}

function factsFor(text: string, meaning: string, known: KnownValues): Suggestion[] {
  const origin = meanings.find(([name]) => name === meaning)?.[0];
  if (origin === undefined) return [];
  const at = text.trim().startsWith('@') ? '@' : '';
  const dates = [known.today?.local, known.today?.iso];
  const values: Readonly<Record<Meaning, readonly (string | undefined)[]>> = {
    customer: [known.customer],
    'user-name': [known.userName],
    username: [known.username && `${at}${known.username}`],
    today: wordsOf(text) === 'yyyy mm dd' ? dates.toReversed() : dates,
    'project-url': [known.projectUrl],
    'group-url': [known.groupUrl],
    segment: [known.segment],
    maintainers: [known.maintainers],
    developers: [known.developers],
  };
  return values[origin].flatMap(value => (value ? [{value, origin}] : []));
}

/** What a customer's placeholders were given before. */
export interface Past {
  readonly history: FilledValues;
  /** Id of the customer's project. */
  readonly project: number;
  readonly aliases: Aliases;
}

/**
 * Values for a placeholder, the likeliest first, each once: what this customer was given before, what is entered for every
 * customer, what is known of the project, what this customer was given and was undone, and what was entered for another one. Only today's date goes before an earlier one.
 *
 * @param text the text between the brackets
 */
export function suggestValues(text: string, known: KnownValues, past: Past): Suggestion[] {
  const meaning = meaningOf(text, past.aliases);
  const {before, undone, always, elsewhere} = learned(past.history, past.project, meaning);
  const isOwn = ownToCustomer.includes(meaning);
  const facts = factsFor(text, meaning, known);
  const isToday = meaning === 'today';
  const found: Suggestion[] = [
    ...(isToday ? facts : []),
    ...(before === undefined ? [] : [{value: before, origin: 'before'} as const]),
    ...(always === undefined || isOwn ? [] : [{...always, origin: 'always'} as const]),
    ...(isToday ? [] : facts),
    ...(undone === undefined ? [] : [{value: undone, origin: 'undone'} as const]),
    ...(elsewhere === undefined || isOwn ? [] : [{...elsewhere, origin: 'elsewhere'} as const]),
  ];
  return found.filter(({value}, index) => found.findIndex(other => other.value === value) === index);
}
