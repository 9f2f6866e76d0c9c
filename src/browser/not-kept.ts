/** The browser's storage did not keep or give a value: it is full, switched off, or the extension is gone. */
export class NotKept extends Error {
  /** What to do next, where that is not to look at the browser's settings. */
  readonly advice: string | undefined;

  constructor(words: string, advice?: string) {
    super(words);
    this.advice = advice;
  }
}
