import {useEffect} from 'preact/hooks';
import {forms} from '../scripts.ts';
import type {OpenFormProps} from './form.ts';

/** A form, after its script was loaded with the first one that is opened. */
export function LazyForm(props: OpenFormProps) {
  const loaded = forms.loaded.value;
  useEffect(() => void forms.load(), []);
  if (loaded === undefined) return <p class="form hint">Opening…</p>;
  if (loaded === 'failed') {
    return (
      <div class="problem" role="alert">
        <p>The form could not be loaded. Refresh this page, then try again.</p>
      </div>
    );
  }
  return <loaded.Form {...props} />;
}
