import type {Block} from './blocks.ts';
import type {Pair} from './brackets.ts';

/** GitLab's own references in brackets: `[issue:123]`, `[epic:group/1]`, `[contact:a@b.c]`. */
const gitlabReference = /^(issue|work_item|epic|cadence|vulnerability|feature_flag|contact|wiki_page):\S/;
const tableOfContents = /^\[TOC\]$/i;
const alert = /^!(note|tip|important|caution|warning)$/i;
const footnote = /^\^\S+$/;
const taskBox = /^[ xX~]$/;

/** Bracketed text that editors write on purpose. */
const prosePatterns = [
  /^[\s.…,;:!?*+\-–—_=/\\|<>^~&'"]*$/,
  /^v?\d+([.,:/-]\d+)*[a-z]?$/i,
  /^[\d\s.,;–-]+$/,
  /^[([]?\s*-?[\d.∞]+\s*,\s*-?[\d.∞]+\s*[)\]]?$/,
  /^(sic|citation needed|emphasis added|optional|required|deprecated|wip|draft|experimental|beta|alpha|ok|n\/a|done)$/i,
  /^(ctrl|alt|shift|cmd|enter|esc|tab|backspace|f\d{1,2})( ?[+-] ?([^\s+-]{1,10}|[+-]))*$/i,
  /^\^/,
];

/** What GitLab makes something else of than bracketed text. */
export function isGitLabs(inner: string, pair: Pair, block: Block, masked: string): boolean {
  if (inner === '' || gitlabReference.test(inner)) return true;
  const before = masked.slice(block.start, pair.start);
  const opensBlock = before.trim() === '';
  if (taskBox.test(inner) && pair.end - pair.start === '[x]'.length) {
    const after = masked.slice(pair.end, block.end);
    return (
      opensBlock && (block.kind === 'table' ? after.trim() === '' : block.opens === 'item' && /^(\s|$)/.test(after))
    );
  }
  if (opensBlock && block.opens === 'quote' && /\s\[/.test(masked.slice(pair.start - 1, pair.end)) && alert.test(inner))
    return true;
  if (footnote.test(inner)) return true;
  const whole = block.end - block.start < 12 ? masked.slice(block.start, block.end).trim() : '';
  return (block.opens === 'quote' || block.opens === 'paragraph') && tableOfContents.test(whole);
}

/** Whether this is bracketed text that is probably no placeholder. */
export function isProse(inner: string): boolean {
  return prosePatterns.some(pattern => pattern.test(inner));
}
