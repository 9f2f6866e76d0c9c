import {batch, effect} from '@preact/signals';
import {render} from 'preact';
import {watchKnownCustomers} from '../customers/known-customers.ts';
import {isDark} from '../place/page.ts';
import {guardPresses} from '../ui/atoms/press-guard.ts';
import {formsOf} from '../ui/checklist/open-form.ts';
import {Panel} from '../ui/checklist/Panel.tsx';
import checklistCss from '../ui/checklist/styles.css?inline';
import {watchListMarks} from '../ui/marks/list-marks.ts';
import {ListMarks, Marks} from '../ui/marks/Marks.tsx';
import {watchMarks} from '../ui/marks/marks.ts';
import type {PanelPage} from '../ui/page.ts';
import {isPanelOpen, listMarksOn, marksOn} from '../ui/preferences.ts';
import {sheetsOfParts} from '../ui/scripts.ts';
import css from '../ui/styles.css?inline';

/** The name of the one element that the panel puts into the page. */
export const hostName = 'csm-checklist';

/** The browser's own keys go on to it anyway; what is stopped here are the page's shortcuts. */
const keyEvents = ['keydown', 'keypress', 'keyup'] as const;

/** Puts the panel into a document: one element at the end of the body, everything else in its shadow. @returns that element */
export function mountPanel(document: Document, page: PanelPage): HTMLElement {
  const {checklist} = page;
  const host = document.createElement(hostName);
  const shadow = host.attachShadow({mode: 'open'});
  const dressed = new Set<string>();
  const dress = (rules: string) => {
    if (dressed.has(rules)) return;
    dressed.add(rules);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  };
  dress(css);
  dress(checklistCss);
  const root = document.createElement('div');
  root.className = 'root';
  shadow.append(root);

  guardPresses(shadow);
  for (const type of keyEvents) shadow.addEventListener(type, event => event.stopPropagation());

  const dark = () => root.classList.toggle('dark', isDark(document));
  dark();
  new MutationObserver(dark).observe(document.documentElement, {attributes: true, attributeFilter: ['class']});

  effect(() => {
    for (const rules of sheetsOfParts.value) dress(rules);
  });

  watchKnownCustomers(page, page.isWide, page.knownCustomers);
  const listMarks = watchListMarks(document, page, page.knownCustomers, listMarksOn);
  const marks = watchMarks(document, checklist, marksOn);
  const onChoose = (key: string) => {
    const {open, wantedField} = formsOf(checklist);
    batch(() => {
      isPanelOpen.value = true;
      wantedField.value = key;
      open.value = {row: 'readme', form: 'files'};
    });
  };
  document.body.append(host);
  render(
    <>
      <Marks marks={marks} onChoose={onChoose} />
      <ListMarks marks={listMarks} />
      <Panel page={page} open={isPanelOpen} />
    </>,
    root,
  );
  return host;
}
