import {type ReadonlySignal, signal} from '@preact/signals';
import {problemOf} from '../gitlab/errors.ts';
import type {Problem} from '../gitlab/problem.ts';

/** Where typed texts are kept. */
export interface TextsBook {
  read(): Promise<ReadonlyMap<string, string>>;
  /** Keeps these in the place of all that was kept. @throws NotKept */
  write(texts: ReadonlyMap<string, string>): Promise<void>;
}

/** What is typed in the forms of a page, by the field's name, until its work is done. */
export interface Texts {
  readonly all: ReadonlySignal<ReadonlyMap<string, string>>;
  /** Why the browser does not keep them beyond this page. */
  readonly notKept: ReadonlySignal<Problem | undefined>;
  /** Reads what was kept, once; what was typed since is newer. */
  load(): Promise<void>;
  /** Shown at once, kept a moment later and when the page goes. @param text undefined where its work is done */
  set(name: string, text: string | undefined): void;
}

/** Milliseconds of quiet after typing before it is kept. */
const quiet = 400;

/** @param book the page's, once it is known whose page it is */
export function createTexts(book: () => TextsBook | undefined): Texts {
  const all = signal<ReadonlyMap<string, string>>(new Map());
  const notKept = signal<Problem | undefined>(undefined);
  let loading: Promise<boolean> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const typed = new Set<string>();

  async function read(from: TextsBook): Promise<boolean> {
    try {
      const kept = await from.read();
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
    const from = book();
    if (from === undefined) return false;
    loading ??= read(from);
    return loading;
  }

  async function keep(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const to = book();
    if (to === undefined || !(await load())) return;
    try {
      await to.write(all.value);
      notKept.value = undefined;
    } catch (error) {
      notKept.value = problemOf(error);
    }
  }

  if (typeof addEventListener === 'function') {
    addEventListener('pagehide', () => {
      if (timer !== undefined) void keep();
    });
  }

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
