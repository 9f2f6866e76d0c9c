import {computed, effect, type ReadonlySignal, signal} from '@preact/signals-core';
import type {JournalEntry} from '../changes/journal.ts';
import type {FactSheet} from '../facts/facts.ts';
import type {OwnPlace} from './reading.ts';

/** What GitLab's page shows of a project or group. */
export type PagePart = 'name' | 'visibility' | 'logo' | 'readme';

type Shown = Readonly<Partial<Record<PagePart, string>>>;

/** What the page would show now, as far as that is known. A project's page shows nothing of the customer's group. */
function shownNow(kind: OwnPlace['kind'], {project, group, readme}: FactSheet): Shown {
  const main = kind === 'project' ? project : group;
  return {
    ...(main?.state === 'known' && {name: main.value.name, visibility: main.value.visibility}),
    ...(readme?.state === 'known' && readme.value.kind === 'text' && {readme: readme.value.text}),
  };
}

/**
 * What changed since GitLab made the page, so that the page still shows it as it was. Of the logo, whose address stays the same, only what
 * was done here is known.
 *
 * @param dones what was done on this page and not undone, by a row's id
 */
export function createOldOnPage(
  kind: OwnPlace['kind'],
  facts: ReadonlySignal<FactSheet>,
  dones: ReadonlySignal<ReadonlyMap<string, JournalEntry>>,
): ReadonlySignal<readonly PagePart[]> {
  const first = signal<Shown>({});
  effect(() => {
    const now = {...shownNow(kind, facts.value), ...first.peek()};
    if (Object.keys(now).length > Object.keys(first.peek()).length) first.value = now;
  });
  return computed(() => {
    const now = shownNow(kind, facts.value);
    const isOther = (part: PagePart) =>
      part === 'logo' ? dones.value.has('avatar') : now[part] !== undefined && now[part] !== first.value[part];
    return (['name', 'visibility', 'logo', 'readme'] as const).filter(isOther);
  });
}
