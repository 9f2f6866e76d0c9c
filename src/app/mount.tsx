import {batch, effect, type Signal, signal} from '@preact/signals';
import {render} from 'preact';
import {remember} from '../browser/preferences.ts';
import type {Store} from '../checklist/checklist.ts';
import {watchKnownCustomers} from '../customers/known-customers.ts';
import {isDark} from '../place/page.ts';
import {guardPresses} from '../ui/atoms/press-guard.ts';
import {Panel} from '../ui/checklist/Panel.tsx';
import {watchListMarks} from '../ui/marks/list-marks.ts';
import {ListMarks, Marks} from '../ui/marks/Marks.tsx';
import {watchMarks} from '../ui/marks/marks.ts';
import {forms} from '../ui/scripts.ts';
import css from '../ui/styles.css?inline';

/** The name of the one element that the panel puts into the page. */
export const hostName = 'csm-checklist';

/** How the panel starts. */
export interface Start {
  readonly open: boolean;
  readonly lastSegment: string | undefined;
  /** Whether brackets are marked on the page. */
  readonly marksOn: boolean;
  /** Whether customers are marked in GitLab's own lists. */
  readonly listMarksOn: boolean;
}

/** The browser's own keys go on to it anyway; what is stopped here are the page's shortcuts. */
const keyEvents = ['keydown', 'keypress', 'keyup'] as const;

/** Puts the panel into the page: one element at the end of the body, everything else in its shadow. */
export function mountPanel(page: Document, store: Store, start: Start): void {
  const host = page.createElement(hostName);
  const shadow = host.attachShadow({mode: 'open'});
  const dress = (rules: string) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  };
  dress(css);
  const root = page.createElement('div');
  root.className = 'root';
  shadow.append(root);

  guardPresses(shadow);
  for (const type of keyEvents) shadow.addEventListener(type, event => event.stopPropagation());

  const dark = () => root.classList.toggle('dark', isDark(page));
  dark();
  new MutationObserver(dark).observe(page.documentElement, {attributes: true, attributeFilter: ['class']});

  effect(() => {
    const loaded = forms.loaded.value;
    if (loaded !== undefined && loaded !== 'failed') dress(loaded.css);
  });

  const open = signal(start.open);
  store.marksOn.value = start.marksOn;
  /** Remembers a choice from its first change on. */
  const keep = (choice: Signal<boolean>, key: 'page-marks:1' | 'list-marks:1' | 'panel-open:1') => {
    let isFirst = true;
    effect(() => {
      const {value} = choice;
      if (!isFirst) void remember(key, value);
      isFirst = false;
    });
  };
  store.listMarksOn.value = start.listMarksOn;
  keep(store.marksOn, 'page-marks:1');
  keep(store.listMarksOn, 'list-marks:1');
  keep(open, 'panel-open:1');
  watchKnownCustomers(store, store.knownCustomers);
  const listMarks = watchListMarks(page, store, store.knownCustomers, store.listMarksOn);
  const marks = watchMarks(page, store, store.marksOn);
  const onChoose = (key: string) => {
    batch(() => {
      open.value = true;
      store.wantedField.value = key;
      store.form.value = {row: 'readme', form: 'files'};
    });
  };
  page.body.append(host);
  render(
    <>
      <Marks marks={marks} onChoose={onChoose} />
      <ListMarks marks={listMarks} />
      <Panel store={store} open={open} lastSegment={start.lastSegment} />
    </>,
    root,
  );
}
