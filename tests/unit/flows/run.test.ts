import {describe, expect, it} from 'vitest';
import {Stopped} from '../../../src/apply/means.ts';
import type {StepState} from '../../../src/flows/flow.ts';
import {runSteps, type Step, type StepResult, type StepTools} from '../../../src/flows/run.ts';
import {errorOfKind} from '../../../src/gitlab/errors.ts';
import {inTurn, said} from '../../../src/texts/said.ts';
import {told} from '../../told.ts';

function scene(known: Record<string, StepState> = {}) {
  const log: string[] = [];
  const states: Record<string, StepState> = {...known};
  const step = (
    id: string,
    after: string[] = [],
    work: (tools: StepTools) => Promise<StepResult> = async () => ({}),
  ): Step => ({
    id,
    title: id,
    after,
    canSkip: true,
    async run(tools) {
      log.push(`${id}${tools.wasSent ? ' again' : ''}`);
      return work(tools);
    },
  });
  const run = (steps: readonly Step[], isStopped = () => false, only?: string) =>
    runSteps(steps, known, {
      keep: async (id, state) => {
        states[id] = state;
        return undefined;
      },
      onProgress: () => undefined,
      isStopped,
      only,
      explain: async error => error,
    });
  return {log, states, step, run};
}

function withResolvers<T>(): {promise: Promise<T>; resolve: (value: T) => void} {
  const resolvers: ((value: T) => void)[] = [];
  const promise = new Promise<T>(resolve => resolvers.push(resolve));
  return {promise, resolve: value => resolvers[0]?.(value)};
}

const refuse = async () => {
  throw errorOfKind('denied');
};

describe('steps', () => {
  it('run as soon as those before them are done, the others at once', async () => {
    const {log, step, run} = scene();
    const {promise: slow, resolve: release} = withResolvers<StepResult>();
    const running = run([step('a', [], () => slow), step('b', ['a']), step('c')]);
    await Promise.resolve();
    await Promise.resolve();
    expect(log).toEqual(['a', 'c']);
    release({});
    expect(await running).toBe(true);
    expect(log).toEqual(['a', 'c', 'b']);
  });

  it('that fail hold up what comes after them, and nothing else', async () => {
    const {log, states, step, run} = scene();
    expect(await run([step('a', [], refuse), step('b', ['a']), step('c')])).toBe(false);
    expect(log).toEqual(['a', 'c']);
    expect(told(states)).toMatchObject({
      a: {
        state: 'failed',
        words: 'Your role doesn’t allow this. Ask someone with a higher role to do it, or to change your role.',
      },
      c: {state: 'done'},
    });
    expect(states.a?.words, 'is kept by its id').toEqual(inTurn(said('gitlab.denied'), said('gitlab.denied advice')));
    expect(states).not.toHaveProperty('b');
  });

  it.each(['signed-out', 'other-user'] as const)(
    'that meet %s are left in the middle, and none is begun',
    async kind => {
      const {log, states, step, run} = scene();
      const {promise: slow, resolve: release} = withResolvers<StepResult>();
      const meet = async () => {
        throw errorOfKind(kind);
      };
      const running = run([step('a', [], meet), step('b', [], () => slow), step('c', ['b'])]);
      await Promise.resolve();
      release({});
      expect(await running).toBe(false);
      expect(log).toEqual(['a', 'b']);
      expect(states).toMatchObject({a: {state: 'running'}, b: {state: 'done'}});
      expect(states.a?.words).toBeUndefined();
      expect(states).not.toHaveProperty('c');
    },
  );

  it('that failed are tried again, or the one alone that is named, with what waits for it', async () => {
    const known: Record<string, StepState> = {a: {state: 'failed'}, b: {state: 'failed'}};
    const all = scene(known);
    await all.run([all.step('a'), all.step('b'), all.step('c', ['a']), all.step('d', ['b'])]);
    expect(all.log).toEqual(['a', 'b', 'c', 'd']);
    const one = scene(known);
    expect(
      await one.run([one.step('a'), one.step('b'), one.step('c', ['a']), one.step('d', ['b'])], undefined, 'a'),
    ).toBe(false);
    expect(one.log).toEqual(['a', 'c']);
    expect(one.states.b?.state).toBe('failed');
  });

  it('that are done or skipped are not begun again; one left in the middle knows it', async () => {
    const {log, step, run} = scene({
      a: {state: 'done'},
      b: {state: 'skipped'},
      c: {state: 'running', sent: true},
      e: {state: 'running'},
    });
    expect(await run([step('a'), step('b'), step('c'), step('d', ['a', 'b', 'gone']), step('e')])).toBe(true);
    expect(log).toEqual(['c again', 'e', 'd']);
  });

  it('keep what an earlier try made', async () => {
    const {states, step, run} = scene({a: {state: 'failed', made: true, entry: 'x', words: said('gitlab.denied')}});
    await run([step('a')]);
    expect(states.a).toEqual({state: 'done', made: true, entry: 'x'});
  });

  it('keep that something was sent before it is sent, until it is known how that ended', async () => {
    const {states, step, run} = scene();
    const lost = async ({sending}: StepTools) => {
      await sending(true);
      expect(states.a).toMatchObject({state: 'running', sent: true});
      throw errorOfKind('offline');
    };
    await run([step('a', [], lost)]);
    expect(states.a).toMatchObject({state: 'failed', sent: true});

    const refused = async ({sending}: StepTools) => {
      await sending(true);
      await sending(false);
      return refuse();
    };
    await run([step('a', [], refused)]);
    expect(states.a).toMatchObject({state: 'failed', sent: false});
  });

  it('that were stopped in the middle are still to do, and nothing after them is begun', async () => {
    const {log, states, step, run} = scene();
    const stopped = async ({sending}: StepTools) => {
      await sending(true);
      throw new Stopped();
    };
    expect(await run([step('a', [], stopped), step('b', ['a'])])).toBe(false);
    expect(log).toEqual(['a']);
    expect(states.a).toEqual({state: 'running', sent: true});
  });

  it('are not begun once it is stopped', async () => {
    const {log, step, run} = scene();
    expect(await run([step('a'), step('b', ['a'])], () => log.length > 0)).toBe(false);
    expect(log).toEqual(['a']);
  });
});
