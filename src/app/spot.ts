import * as v from 'valibot';
import {sendToBackground} from '../browser/extension.ts';
import {type Spot, spotSchema} from '../browser/spot.ts';

/** Where this user was on the page before, if that was one of the same project; undefined too where the browser does not say. */
export async function readSpotHere(path: string, userId: number): Promise<Spot | undefined> {
  const kept = v.safeParse(spotSchema, await sendToBackground({type: 'read-spot'}).catch(() => undefined));
  return kept.success && kept.output.path === path && kept.output.userId === userId ? kept.output : undefined;
}
