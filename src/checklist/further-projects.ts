import {type ReadonlySignal, signal} from '@preact/signals-core';
import {listedProjects, type Sources} from '../customer/reading/gather.ts';
import {problemOf} from '../gitlab/errors.ts';
import type {ListedProject} from '../gitlab/model/model.ts';
import type {Problem} from '../gitlab/model/problem.ts';

/** Projects of a group beyond the first page of its list. */
interface ProjectsShown {
  readonly items: readonly ListedProject[];
  /** Undefined where none follow, or while they are being read. */
  readonly nextPage: number | undefined;
  readonly problem?: Problem;
}

/** The reading of a group's further projects, page by page. */
export interface FurtherProjects {
  readonly shown: ReadonlySignal<ProjectsShown>;
  /** Shows none. @param nextPage the one after the first, which was read with the other facts */
  restart(nextPage: number | undefined): void;
  /** Reads one page more. */
  load(): Promise<void>;
}

/** @param path the group's full path */
export function createFurtherProjects(path: string, {gitlab, workspace}: Sources): FurtherProjects {
  const shown = signal<ProjectsShown>({items: [], nextPage: undefined});
  return {
    shown,

    restart(nextPage) {
      shown.value = {items: [], nextPage};
    },

    async load() {
      const {items, nextPage} = shown.value;
      if (nextPage === undefined) return;
      shown.value = {items, nextPage: undefined};
      try {
        const page = await listedProjects(gitlab, path, workspace, nextPage);
        shown.value = {items: [...items, ...page.items], nextPage: page.nextPage};
      } catch (error) {
        shown.value = {items, nextPage, problem: problemOf(error)};
      }
    },
  };
}
