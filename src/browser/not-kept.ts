/** The browser's storage did not keep or give a value: it is full, switched off, or the extension is gone. */
export class NotKept extends Error {}
