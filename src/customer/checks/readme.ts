import type {IncludedFile, Readme} from '../../facts/facts.ts';
import {groupPlaceholders, noRules, type PlaceholderGroup} from '../../placeholders/index.ts';
import {defineCheck, type Finding, fail, pass, unknown} from './check.ts';
import {waitingFor} from './waiting.ts';

type ReadmeText = Extract<Readme, {kind: 'text'}>;

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** Finds the brackets that are left in a text. */
type Find = (text: string) => readonly PlaceholderGroup[];

interface Left {
  readonly count: number;
  /** A line for each bracket with where it stands. */
  readonly lines: readonly string[];
}

function bracketsLeft(groups: readonly PlaceholderGroup[], where: string): Left {
  return {
    count: groups.reduce((sum, group) => sum + group.places.length, 0),
    lines: groups.map(
      ({text, places}) => `[${text}] ${times(places.length)}, first in line ${places[0]?.context.line ?? '?'}${where}`,
    ),
  };
}

/** What cannot be told of an included file, as a sentence; undefined where it was read. */
function doubtOf({name, content}: IncludedFile): string | undefined {
  if (content === undefined) return `The README includes ${name}, which is on another site. Check that page.`;
  if (content.kind === 'missing') return undefined;
  if (content.kind !== 'text')
    return `The README includes ${name}, which isn’t a readable text file. Check it manually.`;
  return content.text.includes('::include{')
    ? `The README includes ${name}, which includes more files. Check them.`
    : undefined;
}

function judgeText(file: ReadmeText, find: Find, waiting: ReturnType<typeof waitingFor>, branch: string): Finding {
  const {path, text, included = []} = file;
  const byHand = {label: 'Open the file', path: `/-/blob/${branch}/${encodeURI(path)}`};
  if (text.replace('\ufeff', '').trim() === '') return fail(`${path} is empty.`, {byHand});
  const texts = included.flatMap(({content}) => (content?.kind === 'text' ? [content] : []));
  const found = [
    {...file, ...bracketsLeft(find(text), '')},
    ...texts.map(other => ({...other, ...bracketsLeft(find(other.text), ` of ${other.path}`)})),
  ].filter(other => other.count > 0);
  const count = found.reduce((sum, other) => sum + other.count, 0);
  const gone = included.filter(({content}) => content?.kind === 'missing').map(({name}) => name);
  const [first] = found;
  if (first) {
    const where = found.map(other => other.path).join(' and ');
    const unfillable = found.filter(({isLatin1}) => isLatin1).map(other => other.path);
    const byItself =
      unfillable.length > 0 ? ` Edit ${unfillable.join(' and ')} in GitLab: it isn’t stored in UTF-8.` : '';
    return fail(
      `${count} ${count === 1 ? 'bracket is' : 'brackets are'} left in ${where}.${byItself}${waiting?.words ?? ''}`,
      {
        details: found.flatMap(({lines}) => lines),
        ...(unfillable.length < found.length
          ? {fix: {kind: 'form', label: 'Fill in', form: 'files', role: 30} as const}
          : {}),
        byHand: waiting?.byHand ?? {label: 'Open the file', path: `/-/blob/${branch}/${encodeURI(first.path)}`},
      },
    );
  }
  if (gone.length > 0) {
    return fail(`${path} includes a file that isn’t there: ${gone.join(', ')}. The reader sees an error.`, {byHand});
  }
  const doubts = included.flatMap(other => doubtOf(other) ?? []);
  if (doubts.length > 0) return unknown(doubts.join(' '), {byHand});
  const inAll = texts.length > 0 ? ' and the files that it includes' : '';
  return pass(`No brackets are left in ${path}${inAll}.`);
}

/** Handbook: no area in square brackets is left in the README. */
export const readme = defineCheck({
  id: 'readme',
  title: 'README is filled in',
  failureTitle: 'README is not filled in',
  handbook: 'make sure you replace all areas where there are [SQUARE BRACKETS] around text',
  needs: ['project', 'readme', 'finder'],
  uses: ['brackets'],
  helps: ['record'],
  judge({project, readme: file, finder, brackets, record}): Finding {
    const branch = project.defaultBranch ?? 'HEAD';
    const openFile = (path: string) => ({
      byHand: {label: 'Open the file', path: `/-/blob/${branch}/${encodeURI(path)}`},
    });
    switch (file.kind) {
      case 'empty-repository':
        return fail('The repository is empty, so there is no README.', {
          byHand: {label: 'Add a README', path: ''},
        });
      case 'missing':
        return fail('There is no README.', {
          byHand: {label: 'Add a README', path: `/-/new/${branch}?file_name=README.md`},
        });
      case 'other-format':
        return unknown(
          `${file.path} is not Markdown, so its brackets have to be checked by hand.`,
          openFile(file.path),
        );
      case 'not-told':
        return unknown(
          `GitLab doesn’t say whether it shows ${file.path} as the README. Check it manually.`,
          openFile(file.path),
        );
      case 'link':
        return unknown(`${file.path} is a symbolic link. Check the file that it leads to.`, openFile(file.path));
      case 'not-utf8':
        return unknown(`${file.path} is not UTF-8 text, so it has to be checked by hand.`, openFile(file.path));
      case 'lfs-pointer':
        return unknown(`${file.path} is stored in Git LFS, so it has to be checked by hand.`, openFile(file.path));
      case 'text': {
        const rules = brackets.state === 'known' ? brackets.value : noRules;
        return judgeText(file, text => groupPlaceholders(finder(text, rules)), waitingFor(file.path, record), branch);
      }
    }
  },
});
