import type {applyTexts} from './apply.ts';
import {browserTexts} from './browser.ts';
import {changesTexts} from './changes.ts';
import {checklistTexts} from './checklist.ts';
import {customerTexts} from './customer.ts';
import type {flowsTexts} from './flows.ts';
import {gitlabTexts} from './gitlab.ts';
import {texts} from './texts.ts';
import type {typedTexts} from './typed.ts';

/**
 * The texts that are kept by their ids, by room, as far as the panel says them at once. An id stays for as long as something may be kept
 * that has it: a text can be worded anew, but what means something else, or takes other values, is a new text.
 */
export const firstTexts = {
  texts,
  browser: browserTexts,
  gitlab: gitlabTexts,
  changes: changesTexts,
  customer: customerTexts,
  checklist: checklistTexts,
};

/** The same of what only parts say that are loaded later. */
export interface LaterTexts {
  readonly apply: typeof applyTexts;
  readonly flows: typeof flowsTexts;
  readonly typed: typeof typedTexts;
}

export type StoredTexts = typeof firstTexts & LaterTexts;

/** The id of a text that can be kept: `room.name`. */
export type TextId = {
  [Room in keyof StoredTexts]: `${Room}.${keyof StoredTexts[Room] & string}`;
}[keyof StoredTexts];
