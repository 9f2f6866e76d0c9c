import type {Check, WithoutAnswer} from './check.ts';

const reaches: Readonly<Record<WithoutAnswer['reach'], number>> = {one: 0, flow: 1, many: 2};

/** Checks whose changes need no answer and reach that far, in turns and within one in their own order. */
export function checksWithoutAnswer(checks: readonly Check[], reach: WithoutAnswer['reach']): Check[] {
  const turnOf = ({withoutAnswer}: Check) => withoutAnswer?.turn ?? 0;
  return checks
    .filter(({withoutAnswer}) => withoutAnswer !== undefined && reaches[withoutAnswer.reach] >= reaches[reach])
    .sort((one, other) => turnOf(one) - turnOf(other));
}
