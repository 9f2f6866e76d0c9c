/** Texts that are no room's own. */
export const texts = {
  /** A sentence that was kept before texts had ids. */
  asKept: (sentence: string) => sentence,
  inTurn: (sentences: readonly string[]) => sentences.join(' '),
  ofAnotherVersion: 'Another version of CSM Checklist wrote this.',
};
