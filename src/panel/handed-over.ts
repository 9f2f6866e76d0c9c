/**
 * What the panel's script hands to those of the forms and the portfolio, by module: there must be one Preact, one kind of error and one finder of
 * placeholders on a page. The builds of these take them from the panel instead of having its own; see vite.config.ts.
 */
export const handedOver = {
  preact: ['h'],
  'preact/jsx-runtime': ['Fragment', 'jsx', 'jsxs'],
  'preact/hooks': ['useEffect', 'useMemo', 'useRef'],
  '@preact/signals': ['batch', 'computed', 'effect', 'signal', 'useSignal', 'useSignalEffect'],
  finder: ['findPlaceholders'],
  storage: ['recall', 'remember'],
  rowItem: ['RowItem'],
  hold: ['hold'],
  checks: ['projectChecks'],
  customer: ['comparable', 'customerInName', 'customerName', 'startsWithName'],
  words: ['settingWords', 'wordsOfChange'],
  locate: ['isInWorkspace', 'locateGroup', 'locateProject'],
  gather: ['gatherProject'],
  gitlab: ['createGitLab'],
  extension: ['sendToBackground'],
  kept: ['readKept', 'writeKept'],
  errors: ['GitLabError', 'problemOf'],
} as const;

type HandedOver = typeof handedOver;

/** The modules as they are handed over. */
export type Parts = {readonly [Module in keyof HandedOver]: {readonly [Name in HandedOver[Module][number]]: unknown}};
