import * as v from 'valibot';
import {said} from '../../texts/said.ts';
import {GitLabError} from '../errors.ts';
import {read} from '../lists.ts';

/**
 * Reads what GitLab answers to a query for one list; what is null in the list is left out.
 *
 * @param field the list's name in the query
 * @param node one item's form
 * @throws GitLabError where GitLab refused the query or part of it
 */
export function nodesOf<Schema extends v.GenericSchema>(
  field: string,
  node: Schema,
  body: unknown,
): NonNullable<v.InferOutput<Schema>>[] {
  const list = v.object({nodes: v.array(v.nullish(node))});
  const answer = v.object({
    data: v.nullish(v.object({[field]: v.nullish(list)})),
    errors: v.optional(v.array(v.object({message: v.string()}))),
  });
  const {data, errors} = read(answer, body);
  const nodes = data?.[field]?.nodes;
  const [error] = errors ?? [];
  if (error || !nodes) throw new GitLabError('unavailable', said('gitlab.refusesQuery', error?.message ?? ''));
  return nodes.filter(item => item != null);
}

/** The number in a global id such as `gid://gitlab/User/7`; not a number, or 0, where there is none. */
export function numberOf(globalId: string): number {
  return Number(globalId.slice(globalId.lastIndexOf('/') + 1));
}
