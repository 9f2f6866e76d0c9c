import type {IncludedFile, Readme} from '../../facts/facts.ts';
import {groupPlaceholders, noRules, type PlaceholderGroup} from '../../placeholders/index.ts';
import {customerTexts} from '../../texts/customer.ts';
import {inTurn, type Said, said} from '../../texts/said.ts';
import {defineCheck, type Finding, fail, pass, unknown} from './check.ts';
import {waitingFor} from './waiting.ts';

type ReadmeText = Extract<Readme, {kind: 'text'}>;

/** Finds the brackets that are left in a text. */
type Find = (text: string) => readonly PlaceholderGroup[];

interface Left {
  readonly count: number;
  /** A line for each bracket with where it stands. */
  readonly lines: readonly string[];
}

/** @param path of an included file that they stand in */
function bracketsLeft(groups: readonly PlaceholderGroup[], path?: string): Left {
  return {
    count: groups.reduce((sum, group) => sum + group.places.length, 0),
    lines: groups.map(({text, places}) => {
      const line = places[0]?.context.line ?? '?';
      return path === undefined
        ? customerTexts.readmeBracket(text, places.length, line)
        : customerTexts.readmeBracketOf(text, places.length, line, path);
    }),
  };
}

/** What cannot be told of an included file, as a sentence; undefined where it was read. */
function doubtOf({name, content}: IncludedFile): Said | undefined {
  if (content === undefined) return said('customer.readmeIncludesElsewhere', name);
  if (content.kind === 'missing') return undefined;
  if (content.kind !== 'text') return said('customer.readmeIncludesUnreadable', name);
  return content.text.includes('::include{') ? said('customer.readmeIncludesMore', name) : undefined;
}

function judgeText(file: ReadmeText, find: Find, waiting: ReturnType<typeof waitingFor>, branch: string): Finding {
  const {path, text, included = []} = file;
  const byHand = {label: customerTexts.openFile, path: `/-/blob/${branch}/${encodeURI(path)}`};
  if (text.replace('\ufeff', '').trim() === '') return fail(said('customer.readmeEmpty', path), {byHand});
  const texts = included.flatMap(({content}) => (content?.kind === 'text' ? [content] : []));
  const found = [
    {...file, ...bracketsLeft(find(text))},
    ...texts.map(other => ({...other, ...bracketsLeft(find(other.text), other.path)})),
  ].filter(other => other.count > 0);
  const count = found.reduce((sum, other) => sum + other.count, 0);
  const gone = included.filter(({content}) => content?.kind === 'missing').map(({name}) => name);
  const [first] = found;
  if (first) {
    const paths = found.map(other => other.path);
    const unfillable = found.filter(({isLatin1}) => isLatin1).map(other => other.path);
    return fail(
      inTurn(
        said('customer.readmeBracketsLeft', count, paths),
        ...(unfillable.length > 0 ? [said('customer.readmeEditByHand', unfillable)] : []),
        ...(waiting ? [waiting.words] : []),
      ),
      {
        details: found.flatMap(({lines}) => lines),
        ...(unfillable.length < found.length
          ? {fix: {kind: 'form', label: said('customer.fillIn'), form: 'files', role: 30} as const}
          : {}),
        byHand: waiting?.byHand ?? {label: customerTexts.openFile, path: `/-/blob/${branch}/${encodeURI(first.path)}`},
      },
    );
  }
  if (gone.length > 0) {
    return fail(said('customer.readmeIncludesMissing', path, gone), {byHand});
  }
  const doubts = included.flatMap(other => doubtOf(other) ?? []);
  if (doubts.length > 0) return unknown(inTurn(...doubts), {byHand});
  return pass(texts.length > 0 ? said('customer.readmeAllFilledIn', path) : said('customer.readmeFilledIn', path));
}

/** Handbook: no area in square brackets is left in the README. */
export const readme = defineCheck({
  id: 'readme',
  title: customerTexts.readmeTitle,
  failureTitle: customerTexts.readmeFailureTitle,
  handbook: 'make sure you replace all areas where there are [SQUARE BRACKETS] around text',
  needs: ['project', 'readme', 'finder'],
  uses: ['brackets'],
  helps: ['record'],
  judge({project, readme: file, finder, brackets, record}): Finding {
    const branch = project.defaultBranch ?? 'HEAD';
    const openFile = (path: string) => ({
      byHand: {label: customerTexts.openFile, path: `/-/blob/${branch}/${encodeURI(path)}`},
    });
    switch (file.kind) {
      case 'empty-repository':
        return fail(said('customer.readmeNoRepository'), {
          byHand: {label: customerTexts.readmeAdd, path: ''},
        });
      case 'missing':
        return fail(said('customer.readmeMissing'), {
          byHand: {label: customerTexts.readmeAdd, path: `/-/new/${branch}?file_name=README.md`},
        });
      case 'other-format':
        return unknown(said('customer.readmeOtherFormat', file.path), openFile(file.path));
      case 'not-told':
        return unknown(said('customer.readmeNotTold', file.path), openFile(file.path));
      case 'link':
        return unknown(said('customer.readmeLink', file.path), openFile(file.path));
      case 'not-utf8':
        return unknown(said('customer.readmeNotUtf8', file.path), openFile(file.path));
      case 'lfs-pointer':
        return unknown(said('customer.readmeInLfs', file.path), openFile(file.path));
      case 'text': {
        const rules = brackets.state === 'known' ? brackets.value : noRules;
        return judgeText(file, text => groupPlaceholders(finder(text, rules)), waitingFor(file.path, record), branch);
      }
    }
  },
});
