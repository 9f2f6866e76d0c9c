// @vitest-environment happy-dom
import {signal} from '@preact/signals';
import {afterEach, beforeEach, expect, it, vi} from 'vitest';
import type {Checklist} from '../../../../src/checklist/checklist.ts';
import type {Row} from '../../../../src/checklist/row.ts';
import type {Finding} from '../../../../src/customer/checks/check.ts';
import {said} from '../../../../src/texts/said.ts';
import {formsOf, type OpenForm} from '../../../../src/ui/checklist/open-form.ts';
import {openItem} from '../../../../src/ui/checklist/open-item.ts';
import {eventually} from '../../../eventually.ts';

const form = {kind: 'form', label: said('texts.asKept', ''), form: 'files'} as const;
const tick = {kind: 'tick', label: said('customer.tickOff')} as const;

const row = (id: string, more: Partial<Finding>) =>
  ({
    check: {id},
    finding: {verdict: 'todo', evidence: said('texts.asKept', ''), ...more},
    busy: false,
    isInPlaybook: true,
    left: [],
  }) as unknown as Row;

let root: ShadowRoot;

beforeEach(() => {
  root = document.body.appendChild(document.createElement('div')).attachShadow({mode: 'open'});
  root.innerHTML = `
    <li data-check="invite" tabindex="-1"></li>
    <li data-check="readme" tabindex="-1"></li>
    <li data-check="handover-review" tabindex="-1"></li>`;
  // Nothing is laid out.
  for (const item of root.querySelectorAll('li')) vi.spyOn(item, 'checkVisibility').mockReturnValue(true);
});

afterEach(() => document.body.replaceChildren());

/** Opens an item with its form. @returns the form that is open then, and what has the focus */
async function opened(id: string, open?: OpenForm): Promise<[OpenForm | undefined, string | undefined]> {
  const checklist = {
    rows: signal([row('invite', {fix: form}), row('readme', {fix: form}), row('handover-review', {fix: tick})]),
    endedBy: signal(undefined),
    playbook: signal(undefined),
    lacksRole: () => undefined,
    isChanging: () => false,
  } as unknown as Checklist;
  formsOf(checklist).open.value = open;
  openItem(checklist, () => root, id, {withForm: true});
  const item = root.querySelector(`[data-check="${id}"]`) as HTMLElement;
  const shows = vi.spyOn(item, 'scrollIntoView');
  await eventually(() => expect(shows).toHaveBeenCalled());
  shows.mockRestore();
  const {activeElement} = root;
  return [formsOf(checklist).open.value, activeElement?.getAttribute('data-check') ?? undefined];
}

const files = {row: 'readme', form: 'files'} as const;
const overview = {row: 'handover-review', form: 'overview'} as const;

it.each<[string, string, OpenForm | undefined, OpenForm | undefined, string | undefined]>([
  ['opens an item’s form, which takes the focus when it is drawn', 'readme', undefined, files, undefined],
  ['opens it in the place of another one', 'readme', overview, files, undefined],
  ['closes the form of another item for one that has none', 'handover-review', files, undefined, 'handover-review'],
  ['leaves open what stands open there', 'handover-review', overview, overview, 'handover-review'],
])('%s', async (_what, id, before, after, focus) => {
  expect(await opened(id, before)).toEqual([after, focus]);
});
