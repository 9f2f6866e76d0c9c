type Exports = Record<string, unknown>;

/** Gives what another chunk exports: at once where its file has run, a promise where it has yet to come. */
type Require = (path: string) => Exports | Promise<Exports>;

/** A chunk as CommonJS has it. */
type Factory = (require: Require, exports: Exports) => void;

/** The chunks of the panel's script that are on this page. */
export interface Registry {
  /** Tells of a chunk whose file has run. It is made when it is required for the first time. */
  readonly define: (chunk: string, factory: Factory) => void;
  /**
   * @param path the chunk's name, with or without `./`
   * @returns a promise where the chunk has yet to come; it rejects with an error named `NotLoaded` where it did not, and the next call
   *   asks for it again
   */
  readonly require: Require;
  /**
   * Makes the chunk that all begins with, once. It gives nothing back: what a script ends with is copied by the browser, with all that
   * it leads to, for whoever injects it.
   */
  readonly start: (chunk: string) => void;
}

/**
 * Its text stands before the panel's script in the build, so it uses nothing from outside of itself; see vite.config.ts.
 *
 * @param inject has the background run a chunk's files on this page
 */
export function createRegistry(inject: (chunk: string) => Promise<unknown>): Registry {
  const factories = new Map<string, Factory>();
  const made = new Map<string, Exports>();
  const coming = new Map<string, Promise<Exports>>();

  function make(chunk: string, factory: Factory): Exports {
    const exports: Exports = {};
    // Before it is made: chunks may require each other.
    made.set(chunk, exports);
    try {
      factory(require, exports);
    } catch (error) {
      made.delete(chunk);
      throw error;
    }
    return exports;
  }

  async function bring(chunk: string): Promise<Exports> {
    await inject(chunk).catch(() => undefined);
    coming.delete(chunk);
    if (factories.has(chunk)) return require(chunk);
    throw Object.assign(new Error(`${chunk} could not be loaded.`), {name: 'NotLoaded'});
  }

  function require(path: string): Exports | Promise<Exports> {
    const chunk = path.replace('./', '');
    const factory = factories.get(chunk);
    if (factory) return made.get(chunk) ?? make(chunk, factory);
    const promise = coming.get(chunk) ?? bring(chunk);
    coming.set(chunk, promise);
    return promise;
  }

  return {
    define: (chunk, factory) => void factories.set(chunk, factory),
    require,
    start: chunk => void require(chunk),
  };
}
