import {effect} from '@preact/signals';
import {render} from 'preact';
import {watchKnownCustomers} from '../customers/known-customers.ts';
import {isDark} from '../place/page.ts';
import {guardPresses} from '../ui/atoms/press-guard.ts';
import {Panel} from '../ui/checklist/Panel.tsx';
import checklistCss from '../ui/checklist/styles.css?inline';
import {LazyPageMarks} from '../ui/marks/LazyPageMarks.tsx';
import type {PanelPage} from '../ui/page.ts';
import {isPanelOpen} from '../ui/preferences.ts';
import {sheetsOfParts} from '../ui/scripts.ts';
import css from '../ui/styles.css?inline';

/** The name of the one element that the panel puts into the page. */
export const hostName = 'csm-checklist';

/** The browser's own keys go on to it anyway; what is stopped here are the page's shortcuts. */
const keyEvents = ['keydown', 'keypress', 'keyup'] as const;

/** Puts the panel into a document: one element at the end of the body, everything else in its shadow. @returns that element */
export function mountPanel(document: Document, page: PanelPage): HTMLElement {
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
  document.body.append(host);
  render(
    <>
      <LazyPageMarks page={page} />
      <Panel page={page} open={isPanelOpen} />
    </>,
    root,
  );
  return host;
}
