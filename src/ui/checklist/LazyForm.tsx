import {useEffect} from 'preact/hooks';
import {uiChecklistTexts} from '../../texts/ui-checklist.ts';
import {Alert} from '../atoms/Alert.tsx';
import {useLateCalm} from '../atoms/use-late-calm.ts';
import type {OpenFormProps} from '../forms/form.ts';
import {forms} from '../scripts.ts';

/** A form, after its script was loaded with the first one that is opened. */
export function LazyForm(props: OpenFormProps) {
  const loaded = forms.loaded.value;
  useEffect(() => void forms.load(), []);
  const opening = useLateCalm(loaded === undefined);
  if (loaded === undefined)
    return (
      <p ref={opening} class="form hint">
        {uiChecklistTexts.loading.opening}
      </p>
    );
  if (loaded === 'failed') return <Alert>{uiChecklistTexts.loading.failed}</Alert>;
  return <loaded.Form {...props} />;
}
