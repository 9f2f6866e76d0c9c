import type {Problem} from '../../gitlab/model/problem.ts';
import {inTurn} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';

/** What went wrong and what to do next, as sentences. */
export function problemWords({words, advice}: Problem): string {
  return say(inTurn(words, advice));
}
