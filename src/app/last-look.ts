import {sendToBackground} from '../browser/extension.ts';
import type {Checklist} from '../checklist/checklist.ts';
import {lastLookOf} from '../customers/last-look.ts';
import {type CustomerResult, resultOf} from '../customers/result.ts';
import {listOf} from '../ui/checklist/list-state.ts';

/** Whose look, and at what. */
export interface LookOptions {
  /** The GitLab host's name. */
  readonly host: string;
  /** Of the user whom the page names: nobody else sees it. */
  readonly userId: number;
  /** The project's id, as the page names it. */
  readonly projectId: number;
  /** Full path of the project's page. */
  readonly path: string;
}

/** What is kept of the customer. Where the browser does not give it, that is nothing. */
async function readKept({host, userId, projectId}: LookOptions): Promise<CustomerResult | undefined> {
  if (!(projectId > 0)) return undefined;
  const kept = await sendToBackground({type: 'read-results', host, userId, id: projectId}).catch(() => []);
  return resultOf(Array.isArray(kept) ? kept[0] : undefined);
}

/**
 * Shows what a customer's checklist showed at the last look until GitLab answers.
 *
 * @returns what is kept of the customer
 */
export async function lookBack(checklist: Checklist, options: LookOptions): Promise<CustomerResult | undefined> {
  const kept = await readKept(options);
  // What is there by now was asked for after it.
  if (checklist.rows.value.every(({finding}) => finding === undefined))
    listOf(checklist).lastLook.value = lastLookOf(kept, options.path);
  return kept;
}
