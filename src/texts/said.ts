import type {StoredTexts, TextId} from './stored.ts';

/** What goes into a text: what is known, or another text. */
type Value = string | number | boolean | Said | readonly Value[];

/**
 * A text by its id, with what goes into it, as plain data: what is kept and carried instead of a sentence. It is worded only when it is
 * shown, so that a text which is worded anew is so everywhere at once.
 */
export interface Said {
  /** `room.name`: a text of the room's file. */
  readonly text: string;
  readonly with?: readonly Value[];
}

/** What may stand in a value's place: where a text takes words, these can be another text. */
type Given<Wanted> = Wanted extends string
  ? string extends Wanted
    ? string | Said
    : Wanted
  : Wanted extends readonly string[]
    ? readonly (string | Said)[]
    : Wanted;

type TextOf<Id extends TextId> = Id extends `${infer Room extends keyof StoredTexts}.${infer Name}`
  ? Name extends keyof StoredTexts[Room]
    ? StoredTexts[Room][Name]
    : never
  : never;

type ValuesOf<Text> = Text extends (...values: infer Wanted) => string
  ? {[Index in keyof Wanted]: Given<Wanted[Index]>}
  : [];

/** A text with what goes into it. */
export function said<Id extends TextId>(text: Id, ...values: ValuesOf<TextOf<Id>>): Said {
  return values.length === 0 ? {text} : {text, with: values as readonly Value[]};
}

/** Several sentences, one after the other. */
export function inTurn(...sentences: readonly Said[]): Said {
  return sentences.length === 1 && sentences[0] ? sentences[0] : said('texts.inTurn', sentences);
}
