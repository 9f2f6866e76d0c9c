/**
 * What the panel's script hands to the forms' script, by module: there must be one Preact, one kind of error and one finder of
 * placeholders on a page. The build of the forms takes these from the panel instead of having its own; see vite.config.ts.
 */
export const handedOver = {
  preact: ['h'],
  'preact/jsx-runtime': ['Fragment', 'jsx', 'jsxs'],
  'preact/hooks': ['useEffect', 'useMemo', 'useRef'],
  '@preact/signals': ['effect', 'signal', 'useSignal'],
  finder: ['findPlaceholders'],
  storage: ['remember'],
  rowItem: ['RowItem'],
  hold: ['hold'],
  errors: ['GitLabError', 'problemOf'],
} as const;

type HandedOver = typeof handedOver;

/** The modules as they are handed over. */
export type Parts = {readonly [Module in keyof HandedOver]: {readonly [Name in HandedOver[Module][number]]: unknown}};
