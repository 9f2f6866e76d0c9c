import {useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import {problemOf} from '../../gitlab/errors.ts';
import type {Portfolio} from '../portfolio.ts';
import {forgetView, readViews, type SavedView, saveView} from '../saved-views.ts';

/** Views that a person gave a name: to choose, to save, to forget. */
export function SavedViews({customers, host}: {customers: Portfolio; host: string}) {
  const views = useSignal<readonly SavedView[]>([]);
  const chosen = useSignal('');
  const name = useSignal('');
  const fault = useSignal<string | undefined>(undefined);
  const show = async (reading: Promise<readonly SavedView[]>) => {
    try {
      views.value = await reading;
      fault.value = undefined;
    } catch (error) {
      fault.value = problemOf(error).words;
    }
  };
  useEffect(() => void show(readViews(host)), []);
  const choose = (wanted: string) => {
    chosen.value = wanted;
    const saved = views.value.find(other => other.name === wanted);
    if (saved) customers.view.value = saved.view;
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const title = name.value.trim();
    if (title === '') return;
    await show(saveView(host, {name: title, view: customers.view.value}));
    chosen.value = title;
    name.value = '';
  };
  const forget = async () => {
    const title = chosen.value;
    chosen.value = '';
    await show(forgetView(host, title));
  };
  return (
    <form class="view" aria-label="Saved views" onSubmit={event => void save(event)}>
      <div class="field">
        <label for="view-saved">Saved view</label>
        <select id="view-saved" value={chosen.value} onChange={event => choose(event.currentTarget.value)}>
          <option value="">None</option>
          {views.value.map(saved => (
            <option key={saved.name} value={saved.name}>
              {saved.name}
            </option>
          ))}
        </select>
      </div>
      {chosen.value !== '' && (
        <button type="button" class="quiet" onClick={() => void forget()}>
          Forget “{chosen.value}”
        </button>
      )}
      <div class="field">
        <label for="view-name">Save this view as</label>
        <input
          id="view-name"
          type="text"
          autocomplete="off"
          maxLength={60}
          value={name.value}
          onInput={event => {
            name.value = event.currentTarget.value;
          }}
        />
      </div>
      <button type="submit" aria-disabled={name.value.trim() === ''}>
        Save
      </button>
      {fault.value !== undefined && (
        <p class="problem" role="alert">
          {fault.value}
        </p>
      )}
    </form>
  );
}
