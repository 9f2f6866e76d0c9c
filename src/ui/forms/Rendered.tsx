import {useSignal} from '@preact/signals';
import {useEffect, useRef} from 'preact/hooks';
import type {EditedFile} from '../../customer/filling/files.ts';
import {problemOf} from '../../gitlab/errors.ts';
import type {GitLab} from '../../gitlab/gitlab.ts';
import {type BracketRules, fillPlaceholders} from '../../placeholders/index.ts';
import type {Said} from '../../texts/said.ts';
import {say} from '../../texts/say.ts';
import {uiFormsFilesTexts} from '../../texts/ui-forms-files.ts';
import {Alert} from '../atoms/Alert.tsx';
import {plainNodes} from './plain-nodes.tsx';

const texts = uiFormsFilesTexts.rendered;

type State =
  | {readonly kind: 'hidden' | 'loading'}
  | {readonly kind: 'shown'; readonly pages: readonly {readonly path: string; readonly html: string}[]}
  | {readonly kind: 'failed'; readonly words: Said};

interface RenderedProps {
  readonly gitlab: GitLab;
  /** Full path of the project, for GitLab's references. */
  readonly project: string;
  readonly files: readonly EditedFile[];
  readonly values: ReadonlyMap<string, string>;
  readonly rules: BracketRules;
}

/** The filled files as GitLab renders them, when asked for. Only plain elements and texts are taken from its answer. */
export function Rendered({gitlab, project, files, values, rules}: RenderedProps) {
  const state = useSignal<State>({kind: 'hidden'});
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    // What is shown would not be what is committed any more.
    state.value = {kind: 'hidden'};
  }, [files, values]);
  const show = async () => {
    state.value = {kind: 'loading'};
    try {
      const pages = await Promise.all(
        files.map(async ({path, text}) => ({
          path,
          html: await gitlab.renderMarkdown(fillPlaceholders(text, values, {path, rules}), project),
        })),
      );
      state.value = {kind: 'shown', pages};
      box.current?.focus();
    } catch (error) {
      state.value = {kind: 'failed', words: problemOf(error).words};
    }
  };
  const now = state.value;
  if (now.kind === 'shown') {
    return (
      <section class="preview scrolls rendered" aria-label={texts.label} tabIndex={-1} ref={box}>
        {now.pages.map(({path, html}) => (
          <div key={path}>
            {now.pages.length > 1 && <h5>{path}</h5>}
            {plainNodes(html)}
          </div>
        ))}
      </section>
    );
  }
  return (
    <>
      <button
        type="button"
        aria-disabled={now.kind === 'loading'}
        onClick={() => void (now.kind === 'loading' || show())}
      >
        {now.kind === 'loading' ? texts.rendering : texts.show}
      </button>
      {now.kind === 'failed' && <Alert>{say(now.words)}</Alert>}
    </>
  );
}
