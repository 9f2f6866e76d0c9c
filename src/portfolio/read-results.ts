import {sendToBackground} from '../browser/extension.ts';
import {type CustomerResult, resultOf} from './result.ts';

/** What is kept of a user's customers. Rejects where the browser does not give it. @param host the GitLab host's name */
export async function readResultsOf(host: string, userId: number): Promise<CustomerResult[]> {
  const raw = await sendToBackground({type: 'read-results', host, userId});
  return Array.isArray(raw) ? raw.flatMap(item => resultOf(item) ?? []) : [];
}
