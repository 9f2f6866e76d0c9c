import {type Said, said} from '../texts/said.ts';
import {say} from '../texts/say.ts';

/** The browser's storage did not keep or give a value: it is full, switched off, or the extension is gone. */
export class NotKept extends Error {
  /** What to do next, where that is not to look at the browser's settings. */
  readonly advice: Said | undefined;
  readonly words: Said;

  constructor(words: Said, advice?: Said) {
    super(say(words));
    this.words = words;
    this.advice = advice;
  }
}

/** The extension's storage on this computer has no room left. */
export class StorageFull extends NotKept {
  constructor() {
    super(said('browser.full'), said('browser.full advice'));
  }
}
