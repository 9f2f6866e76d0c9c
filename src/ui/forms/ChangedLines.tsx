import {useMemo} from 'preact/hooks';
import type {EditedFile} from '../../customer/filling/files.ts';
import {type BracketRules, type FilledLine, previewFill} from '../../placeholders/index.ts';
import {uiFormsFilesTexts} from '../../texts/ui-forms-files.ts';

const texts = uiFormsFilesTexts.changedLines;

/** Changed lines that are shown of a file at most. */
const mostLines = 100;

interface ChangedLinesProps {
  readonly files: readonly EditedFile[];
  readonly values: ReadonlyMap<string, string>;
  readonly rules: BracketRules;
}

/** A changed line, in which each placeholder is followed by what takes its place. */
function Words({pieces}: Pick<FilledLine, 'pieces'>) {
  return (
    <p class="words line">
      {pieces.map(({before, after}, index) =>
        before === after ? (
          before
        ) : (
          <span key={index}>
            <del>{before}</del>
            <ins>{after}</ins>
          </span>
        ),
      )}
    </p>
  );
}

/** The lines that a commit would change, file by file, word by word. */
export function ChangedLines({files, values, rules}: ChangedLinesProps) {
  const changes = useMemo(
    () =>
      files.flatMap(({path, text, lastCommitId}) => {
        const lines = previewFill(text, values, {path, rules});
        return lines.length > 0 || lastCommitId === undefined ? [{path, lines, isNew: lastCommitId === undefined}] : [];
      }),
    [files, values, rules],
  );
  const all = changes.reduce((sum, {lines}) => sum + lines.length, 0);
  if (changes.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for those who scroll with keys.
    <section class="preview scrolls" aria-label={texts.label} tabIndex={0}>
      <h4>{texts.count(all)}</h4>
      {changes.map(({path, lines, isNew}) => (
        <div key={path}>
          {(files.length > 1 || isNew) && <h5>{isNew ? texts.fromTemplate(path) : path}</h5>}
          <ol>
            {lines.slice(0, mostLines).map(({line, pieces}) => (
              <li key={line} class="changed">
                <span class="number">{texts.line(line)}</span>
                <Words pieces={pieces} />
              </li>
            ))}
          </ol>
          {lines.length > mostLines && <p class="hint">{texts.more(lines.length - mostLines)}</p>}
        </div>
      ))}
    </section>
  );
}
