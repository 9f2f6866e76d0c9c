import type {ChangedLine} from '../../placeholders/index.ts';

/** The lines that a commit changes, before and after. */
export function LineList({lines}: {lines: readonly (ChangedLine & {readonly path: string})[]}) {
  return (
    <ol>
      {lines.map(({path, line, before, after}) => (
        <li key={`${path} ${line}`} class="change">
          <span class="number">
            Line {line} of {path.split('/').at(-1)}
          </span>
          <del>{before}</del>
          <ins>{after}</ins>
        </li>
      ))}
    </ol>
  );
}
