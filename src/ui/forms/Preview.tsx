import {useLayoutEffect, useMemo, useRef} from 'preact/hooks';
import {say} from '../../texts/say.ts';
import {uiFormsFilesTexts} from '../../texts/ui-forms-files.ts';
import {Alert} from '../atoms/Alert.tsx';
import {plainNodes} from './plain-nodes.tsx';
import type {PreviewState, RenderedPage} from './use-preview.ts';

const texts = uiFormsFilesTexts.rendered;

function Pages({pages}: {pages: readonly RenderedPage[]}) {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => box.current?.focus(), [pages]);
  const drawn = useMemo(() => pages.map(({path, html}) => ({path, nodes: plainNodes(html)})), [pages]);
  return (
    <section class="preview scrolls rendered" aria-label={texts.label} tabIndex={-1} ref={box}>
      {drawn.map(({path, nodes}) => (
        <div key={path}>
          {drawn.length > 1 && <h5>{path}</h5>}
          {nodes}
        </div>
      ))}
    </section>
  );
}

/** The filled files as GitLab renders them. Only plain elements and texts are taken from its answer. */
export function Preview({state}: {state: PreviewState}) {
  if (state.kind === 'shown') return <Pages pages={state.pages} />;
  return state.kind === 'failed' ? <Alert>{say(state.words)}</Alert> : null;
}
