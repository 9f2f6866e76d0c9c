import {effect, type ReadonlySignal, signal} from '@preact/signals-core';
import type {Checklist} from '../checklist/checklist.ts';
import type {Page} from '../checklist/page.ts';

/** Resolves when nothing of a checklist is being read any more. */
export function settled(checklist: Checklist): Promise<void> {
  return new Promise(resolve => {
    let isOver = false;
    const stop = effect(() => {
      if (checklist.reading.value) return;
      isOver = true;
      resolve();
      queueMicrotask(() => stop());
    });
    if (isOver) stop();
  });
}

/** The checklist of the project that a flow is about. A reading that was asked for twice is one, until it failed or is forgotten. */
export function createProjectChecklist(page: Page) {
  const current = signal<Checklist | undefined>(undefined);
  let reading: Promise<Checklist> | undefined;

  function once(read: () => Promise<Checklist>): Promise<Checklist> {
    reading ??= read().catch(error => {
      reading = undefined;
      throw error;
    });
    return reading;
  }

  async function refreshed(customer: Checklist): Promise<Checklist> {
    await customer.refresh();
    current.value = customer;
    return customer;
  }

  return {
    /** Undefined until it was read. */
    current: current as ReadonlySignal<Checklist | undefined>,

    /** By the path of a customer's project. @throws GitLabError */
    ofPath: (path: string) =>
      once(() => {
        const isThisPage = page.place.kind === 'project' && page.place.path.toLowerCase() === path.toLowerCase();
        return refreshed(current.value ?? (isThisPage ? page.checklist : page.checklistOf(path)));
      }),

    /** By the project's id: the page's own, or, on another page, one by the address that it has now. @throws GitLabError */
    ofId: (id: number) =>
      once(async () => {
        await settled(page.checklist);
        const {project} = page.checklist.facts.value;
        if (project?.state === 'known' && project.value.id === id) {
          current.value = page.checklist;
          return page.checklist;
        }
        const {path} = await page.checklist.sources.gitlab.project(id);
        return refreshed(current.value?.place.path === path ? current.value : page.checklistOf(path));
      }),

    /** Whoever asks next has it read again. */
    forgetReading(): void {
      reading = undefined;
    },

    /** There is no such project any more. */
    forget(): void {
      current.value = undefined;
      reading = undefined;
    },
  };
}
