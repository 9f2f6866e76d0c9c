import {groupPlaceholders, noRules} from '../placeholders/index.ts';
import {defineCheck, type Finding, fail, pass, unknown} from './check.ts';
import {waitingFor} from './waiting.ts';

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** Handbook: no area in square brackets is left in the README. */
export const readme = defineCheck({
  id: 'readme',
  title: 'README is filled in',
  failureTitle: 'README is not filled in',
  handbook: 'make sure you replace all areas where there are [SQUARE BRACKETS] around text',
  needs: ['project', 'readme', 'finder'],
  uses: ['brackets', 'record'],
  judge({project, readme: file, finder, brackets, record}): Finding {
    const branch = project.defaultBranch ?? 'HEAD';
    const openFile = (path: string) => ({label: 'Open the file', path: `/-/blob/${branch}/${encodeURI(path)}`});
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
        return unknown(`${file.path} is not Markdown, so its brackets have to be checked by hand.`, {
          byHand: openFile(file.path),
        });
      case 'not-utf8':
        return unknown(`${file.path} is not UTF-8 text, so it has to be checked by hand.`, {
          byHand: openFile(file.path),
        });
      case 'lfs-pointer':
        return unknown(`${file.path} is stored in Git LFS, so it has to be checked by hand.`, {
          byHand: openFile(file.path),
        });
      case 'text': {
        if (file.text.trim() === '' || file.text.trim() === '\ufeff') {
          return fail(`${file.path} is empty.`, {byHand: openFile(file.path)});
        }
        const rules = brackets.state === 'known' ? brackets.value : noRules;
        const groups = groupPlaceholders(finder(file.text, rules));
        if (groups.length === 0) return pass(`No brackets are left in ${file.path}.`);
        const count = groups.reduce((sum, group) => sum + group.places.length, 0);
        const waiting = waitingFor(file.path, record);
        return fail(
          `${count} ${count === 1 ? 'bracket is' : 'brackets are'} left in ${file.path}.${waiting?.words ?? ''}`,
          {
            details: groups.map(
              group =>
                `[${group.text}] ${times(group.places.length)}, first in line ${group.places[0]?.context.line ?? '?'}`,
            ),
            fix: {kind: 'form', label: 'Fill in', form: 'files', role: 30},
            byHand: waiting?.byHand ?? openFile(file.path),
          },
        );
      }
    }
  },
});
