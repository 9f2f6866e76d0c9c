import {batch, useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import type {Owner} from '../../browser/item-kinds.ts';
import type {Portfolio} from '../../customers/portfolio.ts';
import {forgetView, readViews, type SavedView, saveView} from '../../customers/saved-views.ts';
import {isSameView} from '../../customers/view.ts';
import {problemOf} from '../../gitlab/errors.ts';
import {say} from '../../texts/say.ts';
import {uiCustomersTexts} from '../../texts/ui-customers.ts';
import {Alert} from '../atoms/Alert.tsx';

const texts = uiCustomersTexts.savedViews;

interface SavedViewsProps {
  readonly customers: Portfolio;
  /** Whose views. */
  readonly owner: () => Promise<Owner>;
}

/** Views that a person gave a name: to choose, to save, to forget. */
export function SavedViews({customers, owner}: SavedViewsProps) {
  const views = useSignal<readonly SavedView[]>([]);
  const chosen = useSignal('');
  const name = useSignal('');
  const select = useRef<HTMLSelectElement>(null);
  const fault = useSignal<string | undefined>(undefined);
  const show = async (read: (owner: Owner) => Promise<readonly SavedView[]>) => {
    try {
      views.value = await read(await owner());
      fault.value = undefined;
    } catch (error) {
      fault.value = say(problemOf(error).words);
    }
  };
  useEffect(() => void show(readViews), []);
  const choose = (wanted: string) => {
    chosen.value = wanted;
    const saved = views.value.find(({name}) => name === wanted);
    if (saved === undefined) return;
    batch(() => {
      customers.view.value = saved.view;
      customers.withGone.value = saved.withGone;
    });
  };
  // Once something else is shown it is chosen no more, so that it can be chosen again.
  const current = views.value.find(
    ({name, view, withGone}) =>
      name === chosen.value && isSameView(view, customers.view.value) && withGone === customers.withGone.value,
  );
  const forget = async (title: string) => {
    // The button that had the focus is gone with it.
    select.current?.focus();
    await show(owner => forgetView(owner, title));
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const title = name.value.trim();
    if (title === '') return;
    const saved = {name: title, view: customers.view.value, withGone: customers.withGone.value};
    await show(owner => saveView(owner, saved));
    chosen.value = title;
    name.value = '';
  };
  return (
    <form class="views" aria-label={texts.title} onSubmit={event => void save(event)}>
      <div class="field">
        <label for="view-saved">{texts.saved}</label>
        <select
          ref={select}
          id="view-saved"
          value={current?.name ?? ''}
          onChange={event => choose(event.currentTarget.value)}
        >
          <option value="">{texts.none}</option>
          {views.value.map(saved => (
            <option key={saved.name} value={saved.name}>
              {saved.name}
            </option>
          ))}
        </select>
      </div>
      {current !== undefined && (
        <button type="button" class="quiet" onClick={() => void forget(current.name)}>
          {texts.forget(current.name)}
        </button>
      )}
      <div class="field">
        <label for="view-name">{texts.name}</label>
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
        {texts.save}
      </button>
      {fault.value !== undefined && <Alert>{fault.value}</Alert>}
    </form>
  );
}
