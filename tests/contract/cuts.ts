import type {Fault} from '../../sandbox/faults.ts';
import type {useSandbox} from './server.ts';

/** What becomes of a request that writes, and of what follows it. */
export interface Cut {
  readonly fault: Omit<Fault, 'method' | 'path'>;
  /** Whether nothing can be read from then on. */
  readonly isDeaf?: boolean;
  /** Whether the page is gone from then on. */
  readonly isLeft?: boolean;
}

/** The moments at which what a flow does is cut off. */
export const cuts: Readonly<Record<string, Cut>> = {
  'the answer is cut off': {fault: {drop: true, after: true}},
  'nobody can look afterwards': {fault: {until: async () => undefined}, isDeaf: true},
  'the answer is cut off, and nobody can look': {fault: {drop: true, after: true}, isDeaf: true},
  'the page is left while it is answered': {fault: {drop: true, after: true}, isLeft: true},
  'the page is left before it arrives': {fault: {drop: true}, isLeft: true},
};

/** Lets the n-th request that writes end so. @param onMet called when it arrived; @returns whether there was one */
export function cutWrite(
  {sandbox: {faults}}: ReturnType<typeof useSandbox>,
  nth: number,
  {fault, isDeaf = false}: Cut,
  onMet: () => void = () => undefined,
): () => boolean {
  let count = 0;
  let isMet = false;
  let ends: readonly (() => void)[] = [];
  const on = (more: Omit<Fault, 'method' | 'path'>) => {
    for (const end of ends) end();
    ends = ['POST', 'PUT', 'DELETE'].map(method => faults.add({...more, method, path: /^(?!\/graphql$)/}));
  };
  const arm = () =>
    on({
      ...fault,
      meanwhile: () => {
        for (const end of ends) end();
        isMet = true;
        if (isDeaf) faults.add({method: 'GET', path: /./, drop: true});
        onMet();
      },
    });
  const pass = () => {
    count += 1;
    if (count === nth - 1) arm();
  };
  if (nth === 1) arm();
  else on({until: async () => undefined, meanwhile: pass});
  return () => isMet;
}
