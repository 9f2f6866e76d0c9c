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
import {Icon} from '../atoms/Icon.tsx';

const texts = uiCustomersTexts.savedViews;

interface SavedViewsProps {
  readonly customers: Portfolio;
  /** Whose views. */
  readonly owner: () => Promise<Owner>;
}

/** Views that a person gave a name: to choose, to save, to forget. */
export function SavedViews({customers, owner}: SavedViewsProps) {
  const views = useSignal<readonly SavedView[]>([]);
  const name = useSignal('');
  const field = useRef<HTMLInputElement>(null);
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
  const choose = ({view, withGone}: SavedView) =>
    batch(() => {
      customers.view.value = view;
      customers.withGone.value = withGone;
    });
  const isShown = ({view, withGone}: SavedView) =>
    isSameView(view, customers.view.value) && withGone === customers.withGone.value;
  const forget = async (title: string) => {
    // The button that had the focus is gone with it.
    field.current?.focus();
    await show(owner => forgetView(owner, title));
  };
  const save = async (event: Event) => {
    event.preventDefault();
    const title = name.value.trim();
    if (title === '') return;
    const saved = {name: title, view: customers.view.value, withGone: customers.withGone.value};
    await show(owner => saveView(owner, saved));
    name.value = '';
  };
  return (
    <form class="views" aria-label={texts.title} onSubmit={event => void save(event)}>
      {views.value.length === 0 && <p class="hint">{texts.none}</p>}
      <ul>
        {views.value.map(saved => (
          <li key={saved.name}>
            <button type="button" class="quiet pick" aria-pressed={isShown(saved)} onClick={() => choose(saved)}>
              {saved.name}
            </button>
            <button
              type="button"
              class="plain"
              aria-label={texts.forget(saved.name)}
              title={texts.forget(saved.name)}
              onClick={() => void forget(saved.name)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <div class="field">
        <label for="view-name">{texts.name}</label>
        <input
          ref={field}
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
