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
  /** Milliseconds that the answer takes longer. */
  readonly delayMs?: number;
  /** What the answer waits for. */
  readonly until?: Promise<unknown>;
  /** Cuts the connection instead of answering. */
  readonly drop?: boolean;
  /** The request is carried out first, and only its answer is lost or replaced. */
  readonly after?: boolean;
  /** What happens in between, before the request is looked at. */
  readonly meanwhile?: (world: World) => void;
}

/** The faults that are switched on. */
export class Faults {
  private active: {fault: Fault; left: number}[] = [];

  /** Switches a fault on; the function that comes back switches it off. */
  add(fault: Fault): () => void {
    const entry = {fault, left: fault.times ?? Number.POSITIVE_INFINITY};
    this.active.push(entry);
    return () => {
      this.active = this.active.filter(other => other !== entry);
    };
  }

  /**
   * Carries out what these requests ask for, but holds their answers until the function that comes back is called.
   *
   * @param through how many of them are answered as always before
   */
  hold(which: Pick<Fault, 'method' | 'path'>, through = 0): () => void {
    let answer = () => {};
    const until = new Promise<void>(resolve => {
      answer = resolve;
    });
    const ends = [this.add({...which, times: through}), this.add({...which, until})];
    return () => {
      for (const end of ends) end();
      answer();
    };
  }

  clear(): void {
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
