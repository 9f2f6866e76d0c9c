import {type ReadonlySignal, signal} from '@preact/signals-core';
import {problemOf} from '../gitlab/errors.ts';
import type {Problem} from '../gitlab/model/problem.ts';

/** Typed texts, by their fields' names. */
export type AllTexts = ReadonlyMap<string, string>;

/** Where typed texts are kept. */
export interface TextsBook {
  read(): Promise<AllTexts>;
  /**
   * Keeps what was changed here; what another tab changed stays.
   *
   * @param from what was read or written last
   * @throws NotKept
   */
  write(from: AllTexts, to: AllTexts): Promise<void>;
  /** The same for a page that goes, which hears no answer any more; nothing before it was read. */
  writeLeaving(from: AllTexts, to: AllTexts): void;
}

/** What is typed in the forms of a page, by the field's name, until its work is done. */
export interface Texts {
  readonly all: ReadonlySignal<AllTexts>;
  /** Why the browser does not keep them beyond this page. */
  readonly notKept: ReadonlySignal<Problem | undefined>;
  /** Reads what was kept, once; what was typed since is newer. */
  load(): Promise<void>;
  /** Shown at once, kept a moment later and when the page goes. @param text undefined where its work is done */
  set(name: string, text: string | undefined): void;
}

/** Milliseconds of quiet after typing before it is kept. */
const quiet = 400;

/** @param bookOfPage the page's, once it is known whose page it is */
export function createTexts(bookOfPage: () => TextsBook | undefined): Texts {
  const all = signal<AllTexts>(new Map());
  const notKept = signal<Problem | undefined>(undefined);
  let book: TextsBook | undefined;
  let kept: AllTexts = new Map();
  let loading: Promise<boolean> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const typed = new Set<string>();

  async function read(from: TextsBook): Promise<boolean> {
    try {
      kept = await from.read();
      const older = [...kept].filter(([name]) => !typed.has(name));
      all.value = new Map([...older, ...all.value]);
      return true;
    } catch (error) {
      notKept.value = problemOf(error);
      return false;
    }
  }

  /** Resolves to whether what was kept before is known: before that, nothing may be written over it. */
  async function load(): Promise<boolean> {
    book ??= bookOfPage();
    if (book === undefined) return false;
    loading ??= read(book);
    return loading;
  }

  async function keep(): Promise<void> {
    timer = undefined;
    if (!(await load()) || book === undefined) return;
    const [from, to] = [kept, all.value];
    try {
      await book.write(from, to);
      kept = to;
      notKept.value = undefined;
    } catch (error) {
      notKept.value = problemOf(error);
    }
  }

  // A page that was left can come back, with what it waited for: its timer stays.
  globalThis.addEventListener?.('pagehide', () => book?.writeLeaving(kept, all.value));

  return {
    all,
    notKept,
    async load() {
      await load();
    },
    set(name, text) {
      typed.add(name);
      const next = new Map(all.value);
      if (text === undefined) next.delete(name);
      else next.set(name, text);
      all.value = next;
      clearTimeout(timer);
      timer = setTimeout(() => void keep(), quiet);
    },
  };
}
