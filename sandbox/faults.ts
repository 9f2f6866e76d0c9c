import type {World} from './world.ts';

/** Something that goes wrong, or happens meanwhile, when a request comes. */
export interface Fault {
  readonly method?: string;
  /** Compared with the decoded path below `/api/v4`, without the query; `/graphql` is that of GraphQL. */
  readonly path: RegExp;
  /** How many requests it meets; all by default. */
  readonly times?: number;
  readonly status?: number;
  readonly body?: unknown;
  /** The body as it is, instead of `body`. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Called once the request is carried out; what it gives is what the answer waits for. */
  readonly until?: () => Promise<unknown>;
  /** Cuts the connection instead of answering. */
  readonly drop?: boolean;
  /** The request is carried out first, and only its answer is lost or replaced. */
  readonly after?: boolean;
  /** What happens in between, before the request is looked at. */
  readonly meanwhile?: (world: World) => void;
}

/**
 * Answers that are held back: what is under way stays so for as long as a test needs it. Called, it gives all of them and holds no
 * more.
 */
export interface Held {
  (): void;
  /** How many requests were carried out and had to wait for their answers, so far. */
  arrived(): number;
  /** How many of them still wait. */
  waiting(): number;
  /** Gives the answers to those that have waited longest, to so many of them; those that come later wait as before. */
  answer(count: number): void;
}

/** The faults that are switched on. */
export class Faults {
  private active: {fault: Fault; left: number}[] = [];
  private readonly held = new Set<Held>();

  /** Switches a fault on; the function that comes back switches it off. */
  add(fault: Fault): () => void {
    const entry = {fault, left: fault.times ?? Number.POSITIVE_INFINITY};
    this.active.push(entry);
    return () => {
      this.active = this.active.filter(other => other !== entry);
    };
  }

  /**
   * Carries out what these requests ask for, but holds their answers.
   *
   * @param through how many of them are answered as always before
   */
  hold(which: Pick<Fault, 'method' | 'path'>, through = 0): Held {
    const waiting: (() => void)[] = [];
    let arrived = 0;
    let isOver = false;
    const until = () =>
      new Promise<void>(resolve => {
        arrived += 1;
        // One that was met before the end can be carried out after it.
        if (isOver) resolve();
        else waiting.push(resolve);
      });
    const ends = [this.add({...which, times: through}), this.add({...which, until})];
    const answer = (count: number) => {
      for (const give of waiting.splice(0, count)) give();
    };
    const all = () => {
      isOver = true;
      this.held.delete(held);
      for (const end of ends) end();
      answer(Number.POSITIVE_INFINITY);
    };
    const held = Object.assign(all, {answer, arrived: () => arrived, waiting: () => waiting.length});
    this.held.add(held);
    return held;
  }

  /** Switches all off, and gives all answers that are held. */
  clear(): void {
    for (const all of this.held) all();
    this.active = [];
  }

  /** The fault that meets this request, if any; counts it. */
  take(method: string, path: string): Fault | undefined {
    const entry = this.active.find(
      ({fault, left}) => left > 0 && (fault.method ?? method) === method && fault.path.test(path),
    );
    if (entry) entry.left -= 1;
    return entry?.fault;
  }
}
