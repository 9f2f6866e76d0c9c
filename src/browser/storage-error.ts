/** The browser's storage did not keep or give a value: it is full, switched off, or the extension is gone. */
export class NotKept extends Error {
  /** What to do next, where that is not to look at the browser's settings. */
  readonly advice: string | undefined;

  constructor(words: string, advice?: string) {
    super(words);
    this.advice = advice;
  }
}

/** The extension's storage on this computer has no room left. */
export class StorageFull extends NotKept {
  constructor() {
    super(
      'The browser did not keep it: the extension’s storage is full.',
      'Make room under “Kept in this browser”, at the end of the panel.',
    );
  }
}
