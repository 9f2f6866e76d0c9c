import type {ChangedLine} from '../../placeholders/index.ts';
import {uiFlowsTexts} from '../../texts/ui-flows.ts';

/** The lines that a commit changes, before and after. */
export function LineList({lines}: {lines: readonly (ChangedLine & {readonly path: string})[]}) {
  return (
    <ol>
      {lines.map(({path, line, before, after}) => (
        <li key={`${path} ${line}`} class="change">
          <span class="number">{uiFlowsTexts.lineOf(line, path.split('/').at(-1) ?? path)}</span>
          <del>{before}</del>
          <ins>{after}</ins>
        </li>
      ))}
    </ol>
  );
}
