import {useEffect} from 'preact/hooks';
import type {Store} from '../../checklist/checklist.ts';
import {Alert} from '../atoms/Alert.tsx';
import {forms} from '../scripts.ts';

/** The open flow, after its script was loaded; also one that another tab ended. */
export function LazyFlow({store, lastSegment}: {store: Store; lastSegment: string | undefined}) {
  const id = store.flows.open.value;
  const flow = [...store.flows.all.value, store.flows.ended.value].find(other => other?.id === id);
  const loaded = forms.loaded.value;
  useEffect(() => {
    if (flow !== undefined) void forms.load();
  }, [flow === undefined]);
  if (flow === undefined) return null;
  if (loaded === undefined) return <p class="form hint">Opening…</p>;
  if (loaded === 'failed') {
    return <Alert>The form could not be loaded. Refresh this page, then try again.</Alert>;
  }
  return <loaded.FlowView key={flow.id} store={store} flow={flow} lastSegment={lastSegment} />;
}
