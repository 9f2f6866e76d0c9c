import {sendToBackground} from '../browser/extension.ts';
import {inSlices} from './in-slices.ts';
import {type CustomerResult, resultOf} from './result.ts';
import {pageSlicing} from './slicing.ts';

/** What is kept of a user's customers. Rejects where the browser does not give it. @param host the GitLab host's name */
export async function readResultsOf(host: string, userId: number): Promise<CustomerResult[]> {
  const raw = await sendToBackground({type: 'read-results', host, userId});
  const results: CustomerResult[] = [];
  await inSlices(Array.isArray(raw) ? raw : [], pageSlicing, item => {
    const result = resultOf(item);
    if (result) results.push(result);
  });
  return results;
}
