import {expect, it} from 'vitest';
import {whatWasMade} from '../../../src/changes/made-words.ts';
import {changesTexts} from '../../../src/texts/changes.ts';
import {changesMadeTexts} from '../../../src/texts/changes-made.ts';
import {type Said, said} from '../../../src/texts/said.ts';
import {say} from '../../../src/texts/say.ts';

const title = 'Introduce the customer';

it.each<[Said, string]>([
  [said('changes.setProjectVisibility'), 'Changed the project’s visibility'],
  [said('changes.renameProject'), 'Renamed the project'],
  [said('changes.invite', 3, 30), 'Invited 3 people as Developers'],
  [said('changes.invite', 1, 30), 'Invited 1 person as Developer'],
  [said('changes.commitTo', 'main', 'Fill in: README.md'), 'Committed to main: Fill in: README.md'],
  [said('changes.subscribe', 1), 'Subscribed to 1 label'],
  [
    said('changes.takeAccessAndGiveRolesBack', 1, 2),
    'Removed the access of 1 person. Restored the earlier role of 2 people',
  ],
  [said('changes.move'), 'Moved the project'],
  [
    said('changes.moveBackVisible', said('changes.visibility public')),
    'Moved the project back and made it public again',
  ],
  [said('changes.tick'), 'Marked “Introduce the customer” as done'],
  [said('changes.untick'), 'Marked “Introduce the customer” as not done'],
  [said('changes.waive'), 'Marked “Introduce the customer” as not applicable'],
  [said('changes.unwaive'), 'Marked “Introduce the customer” as applicable again'],
])('%o was made: “%s”', (what, words) => {
  expect(whatWasMade(what, title)).toBe(words);
});

it('a remark is said without its item where that is not known', () => {
  expect(whatWasMade(said('changes.tick'))).toBe('Marked as done');
});

it.each([
  ['a sentence of an older version', said('texts.asKept', 'Invite 2 people as Reporter')],
  ['a text of a later version', {text: 'changes.somethingNew'}],
])('%s stays as it is', (_name, what) => {
  expect(whatWasMade(what)).toBe(say(what));
});

it('has other words for each text that says what a change does', () => {
  const values = ['ann', 2, 30];
  for (const [name, made] of Object.entries(changesMadeTexts)) {
    const before = changesTexts[name as keyof typeof changesTexts];
    const words = [before, made].map(text =>
      typeof text === 'function' ? (text as (...all: unknown[]) => string)(...values) : text,
    );
    expect(words[1], name).not.toBe(words[0]);
    expect(words[1], name).toMatch(/^\w+(ed|id)\b/);
  }
});
