import {expect, it} from 'vitest';
import {plainContext} from '../../../../src/customer/filling/plain-context.ts';

it.each([
  ['- **[SPONSOR NAME]**: who decides', '[SPONSOR NAME]: who decides'],
  ['## Goals of [CUSTOMER NAME] ##', 'Goals of [CUSTOMER NAME]'],
  ['  1. [ ] Agree with [CUSTOMER NAME]', 'Agree with [CUSTOMER NAME]'],
  ['> - [x] *[A]* and _[B]_ and ~~[C]~~', '[A] and [B] and [C]'],
  ['| Sponsor | **[SPONSOR NAME]** | |', 'Sponsor · [SPONSOR NAME]'],
  ['| --- | :-: |', ''],
  ['---', ''],
  ['See [our board](https://gitlab.com/x/-/boards "Board") for [GOAL]', 'See our board for [GOAL]'],
  ['[![logo](a.png)](https://x.example) [NAME]', 'logo [NAME]'],
  ['[[CUSTOMER NAME]](https://x.example)', '[CUSTOMER NAME]'],
  ['Ask in [Slack](https://slack.example/[CHANNEL])', 'Ask in [Slack](https://slack.example/[CHANNEL])'],
  ['Run `make [TARGET]`<br>in <b>[PLACE]</b>', 'Run make [TARGET] in [PLACE]'],
  [
    '<CUSTOMER> and {{customer}}, [CSM_USER_NAME], a_b_c, 2 * 3 * 4',
    '<CUSTOMER> and {{customer}}, [CSM_USER_NAME], a_b_c, 2 * 3 * 4',
  ],
  ['\\[not\\] a \\*mark\\*', '[not] a *mark*'],
  ['Plain words: [X].', 'Plain words: [X].'],
])('%j is read as %j', (line, words) => {
  expect(plainContext(line)).toBe(words);
});

it('takes no longer than the line for marks without an end', () => {
  const start = performance.now();
  for (const piece of ['[', '**a', '`', '_a ', '![[', '<a ', '| ']) plainContext(piece.repeat(200 / piece.length));
  expect(performance.now() - start).toBeLessThan(1_000);
});
