import {useEffect} from 'preact/hooks';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {Alert} from '../atoms/Alert.tsx';
import {useLateCalm} from '../atoms/use-late-calm.ts';
import type {PanelPage} from '../page.ts';
import {flows} from '../scripts.ts';
import {OnlyToRead} from './OnlyToRead.tsx';

/** The open flow, after its script was loaded; also one that another tab ended. */
export function LazyFlow({page}: {page: PanelPage}) {
  const id = page.flows.open.value;
  const flow = [...page.flows.all.value, page.flows.ended.value].find(other => other?.id === id);
  const loaded = flows.loaded.value;
  useEffect(() => {
    if (flow !== undefined) void flows.load();
  }, [flow === undefined]);
  const opening = useLateCalm(flow !== undefined && loaded === undefined);
  if (flow === undefined) return null;
  if (loaded === undefined)
    return (
      <p ref={opening} class="form hint">
        {uiChecklistTexts.loading.opening}
      </p>
    );
  if (loaded === 'failed') return <Alert>{uiChecklistTexts.loading.failed}</Alert>;
  return (
    <OnlyToRead checklist={page.checklist}>
      <loaded.FlowView key={flow.id} page={page} flow={flow} />
    </OnlyToRead>
  );
}
