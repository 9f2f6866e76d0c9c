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
}

export interface Suggestion {
  readonly value: string;
  /** Where the value comes from. */
  readonly origin: 'customer' | 'user-name' | 'username' | 'today' | 'project-url' | 'group-url' | 'segment';
}

type Origin = Suggestion['origin'];

/** Wordings by what they mean. Whole texts are compared: no suggestion is better than a wrong one. */
const meanings: readonly (readonly [Origin, RegExp])[] = [
  [
    'customer',
    /^((the )?(customer|client|company|account|organi[sz]ation)( name)?|name of (the )?(customer|company))$/,
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
];

/**
 * A value for a placeholder, where its words say what belongs there and that is known.
 *
 * @param text the text between the brackets
 */
export function suggestValue(text: string, known: KnownValues): Suggestion | undefined {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .trim();
  const origin = meanings.find(([, pattern]) => pattern.test(words))?.[0];
  if (origin === undefined) return undefined;
  const iso = words === 'yyyy mm dd';
  const at = text.trim().startsWith('@') ? '@' : '';
  const values: Readonly<Record<Origin, string | undefined>> = {
    customer: known.customer,
    'user-name': known.userName,
    username: known.username && `${at}${known.username}`,
    today: iso ? known.today?.iso : known.today?.local,
    'project-url': known.projectUrl,
    'group-url': known.groupUrl,
    segment: known.segment,
  };
  const value = values[origin];
  return value ? {value, origin} : undefined;
}
