import {useRef} from 'preact/hooks';
import type {Fix, Verdict} from '../../checks/check.ts';
import {handbookUrl} from '../handbook.ts';
import type {Row, Store} from '../store.ts';
import {Icon} from './Icon.tsx';
import {InviteForm} from './InviteForm.tsx';
import {MoveForm} from './MoveForm.tsx';
import {ReadmeForm} from './ReadmeForm.tsx';

const verdictWords: Readonly<Record<Verdict, string>> = {
  pass: 'Done',
  fail: 'Open',
  todo: 'To do',
  unknown: 'Not known',
  waived: 'Does not apply',
};

/** How many details stand there before the rest has to be asked for. */
const fewDetails = 5;

function Details({lines}: {lines: readonly string[]}) {
  const item = (line: string, index: number) => <li key={index}>{line}</li>;
  const most = 200;
  return (
    <>
      <ul class="details">{lines.slice(0, fewDetails).map(item)}</ul>
      {lines.length > fewDetails && (
        <details>
          <summary>{lines.length - fewDetails} more</summary>
          <ul class="details">{lines.slice(fewDetails, most).map(item)}</ul>
          {lines.length > most && <p>And {lines.length - most} more.</p>}
        </details>
      )}
    </>
  );
}

export interface RowItemProps {
  readonly store: Store;
  readonly row: Row;
  readonly lastSegment: string | undefined;
}

/** One row of the checklist. */
export function RowItem({store, row, lastSegment}: RowItemProps) {
  const {check, finding, busy, problem, left, undo} = row;
  const {id} = check;
  const verdict = finding?.verdict;
  const main = store.place.kind === 'project' ? store.facts.value.project : store.facts.value.group;
  const formOpen = store.form.value === id;
  const pageAddress = main?.state === 'known' ? main.value.webUrl : undefined;
  const byHand = verdict === 'pass' ? undefined : finding?.byHand;
  const hasActions = finding?.fix !== undefined || undo !== undefined || byHand !== undefined;
  const item = useRef<HTMLLIElement>(null);
  /** The button that was pressed is gone when its work is done; the one that took its place gets the focus. */
  const keepFocus = () => {
    requestAnimationFrame(() => {
      const root = item.current?.getRootNode();
      if (!(root instanceof ShadowRoot) || root.activeElement) return;
      const row = item.current;
      (row?.querySelector<HTMLElement>('.actions button') ?? row?.querySelector<HTMLElement>('.handbook'))?.focus();
    });
  };
  const onFix = (fix: Fix) => {
    if (busy) return;
    if (fix.kind === 'change') void store.run(check, fix.change).then(keepFocus);
    else store.form.value = formOpen ? undefined : id;
  };
  const title = verdict === 'fail' ? check.failureTitle : check.title;
  return (
    <li ref={item} data-check={id} data-verdict={verdict} aria-busy={busy} class={`row ${verdict ?? 'reading'}`}>
      <Icon name={verdict ?? 'reading'} />
      <div class="content">
        <div class="head">
          <h3>
            {verdict && <span class="hidden">{verdictWords[verdict]}: </span>}
            {finding ? title : `${check.title}?`}
          </h3>
          <a
            class="handbook"
            href={handbookUrl(check.handbook)}
            target="_blank"
            rel="noreferrer"
            aria-label={`Handbook: ${check.title}`}
          >
            Handbook
          </a>
        </div>
        {finding ? <p class="evidence">{finding.evidence}</p> : <p class="evidence">Reading from GitLab…</p>}
        {finding?.details && !formOpen && <Details lines={finding.details} />}
        {problem && (
          <div class="problem" role="alert">
            <p>{problem.words}</p>
            <p>{problem.advice}</p>
          </div>
        )}
        {left.length > 0 && (
          <div class="problem" role="alert">
            <p>The rest is done, but not this:</p>
            <Details lines={left} />
          </div>
        )}
        {hasActions && (
          <div class="actions">
            {finding?.fix && (
              <button
                type="button"
                class="confirm"
                data-fix={id}
                aria-disabled={busy}
                aria-expanded={finding.fix.kind === 'form' ? formOpen : undefined}
                onClick={() => finding.fix && onFix(finding.fix)}
              >
                {finding.fix.label}
              </button>
            )}
            {undo && (
              <button
                type="button"
                data-undo={id}
                aria-disabled={busy}
                aria-label={`Undo: ${check.title}`}
                onClick={() => void (busy || store.undo(check).then(keepFocus))}
              >
                Undo
              </button>
            )}
            {byHand && pageAddress && <a href={`${pageAddress}${byHand.path}`}>{byHand.label}</a>}
          </div>
        )}
        {formOpen && finding?.fix?.kind === 'form' && finding.fix.form === 'readme' && (
          <ReadmeForm store={store} row={row} onDone={keepFocus} />
        )}
        {formOpen && finding?.fix?.kind === 'form' && finding.fix.form === 'invite' && (
          <InviteForm store={store} row={row} onDone={keepFocus} />
        )}
        {formOpen && finding?.fix?.kind === 'form' && finding.fix.form === 'move' && (
          <MoveForm store={store} row={row} lastSegment={lastSegment} />
        )}
      </div>
    </li>
  );
}
