import {type Signal, useSignal} from '@preact/signals';
import {useEffect} from 'preact/hooks';
import type {EditedFile} from '../../customer/filling/files.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import {type BracketRules, fillPlaceholders} from '../../placeholders/index.ts';
import type {Said} from '../../texts/said.ts';

/** A file as GitLab renders it: HTML, which is never shown as it is. */
export interface RenderedPage {
  readonly path: string;
  readonly html: string;
}

/** What is rendered, by whom, and for which project. */
export interface PreviewSource {
  readonly gitlab: GitLab;
  /** Full path of the project, for GitLab's references. */
  readonly project: string;
  readonly files: readonly EditedFile[];
  readonly values: ReadonlyMap<string, string>;
  readonly rules: BracketRules;
}

/** The filled files as GitLab renders them, once that was asked for. */
export type PreviewState =
  | {readonly kind: 'hidden' | 'loading'}
  | {readonly kind: 'shown'; readonly pages: readonly RenderedPage[]}
  | {readonly kind: 'failed'; readonly words: Said};

/** A preview that can be shown and hidden. */
export interface PreviewControl {
  readonly state: PreviewState;
  /** Shows it, or hides it where it is shown. */
  readonly toggle: () => void;
}

async function render(
  {gitlab, project, files, values, rules}: PreviewSource,
  state: Signal<PreviewState>,
  loading: PreviewState,
): Promise<void> {
  let next: PreviewState;
  try {
    const pages = await Promise.all(
      files.map(async ({path, text}) => ({
        path,
        html: await gitlab.renderMarkdown(fillPlaceholders(text, values, {path, rules}), project),
      })),
    );
    next = {kind: 'shown', pages};
  } catch (error) {
    next = {kind: 'failed', words: problemOf(error).words};
  }
  // What was typed meanwhile is not in it.
  if (state.value === loading) state.value = next;
}

/** Has GitLab render the filled files when asked for; with the next change that goes, since it would not be what is committed. */
export function usePreview(source: PreviewSource): PreviewControl {
  const state = useSignal<PreviewState>({kind: 'hidden'});
  useEffect(() => {
    state.value = {kind: 'hidden'};
  }, [source.files, source.values]);
  return {
    state: state.value,
    toggle() {
      const {kind} = state.value;
      if (kind === 'loading') return;
      if (kind === 'shown') {
        state.value = {kind: 'hidden'};
        return;
      }
      const loading: PreviewState = {kind: 'loading'};
      state.value = loading;
      void render(source, state, loading);
    },
  };
}
