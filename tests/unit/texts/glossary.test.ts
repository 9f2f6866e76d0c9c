import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {parseSync} from 'vite';
import {describe, expect, it} from 'vitest';
import {isNode, nameOf, textOf} from '../../english.ts';

/** What the texts do not say, each with what they say instead. A value in a template is `{}`. */
const glossary: readonly (readonly [RegExp, string])[] = [
  [/\brows?\b/i, 'item'],
  [/\b(?:un)?tick(?:s|ed|ing)?\b/i, 'mark as done'],
  [/\bwaive(?:[dr]|s|rs)?\b/i, 'mark as not applicable'],
  [/\b(?:takes?|taking|took|taken)(?: [^\s,.]+){0,3} back\b/i, 'undo'],
  [/\bread again\b/i, 'refresh'],
  [/\bgo(?:es)? on\b/i, 'resume, continue'],
  [/\bmails?\b/i, 'email'],
  [/\bpictures?\b/i, 'logo, image'],
  [/\bcustomer[’']s people\b/i, 'customer contacts'],
  [/\bcolleagues?\b/i, 'team'],
  [/\b(?:some|no|every)body\b/i, 'someone, no one, everyone'],
  [/\bby hand\b/i, 'manually'],
  [/\bcannot\b/i, 'can’t'],
  [/\b(?:is|are) no\b(?! (?:longer|one)\b)/i, 'isn’t, aren’t'],
  [/\bbrackets?\b/i, 'placeholder'],
  [/!(?!\{)/, 'a full stop'],
  [/\bplease\b/i, 'nothing: it is for messages to people'],
  [/\p{L}'\p{L}/u, 'the apostrophe ’'],
];

/** Texts that say it all the same, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'uiFormsFieldsTexts.placeholder.bringsBrackets: “brackets”': 'The customer will see them as they are.',
  'uiFormsFieldsTexts.introduction.openIssues: “Please”': 'A message to the customer.',
  'uiFormsFieldsTexts.introduction.openIssuesFrom: “Please”': 'A message to the customer.',
  'uiChecklistTexts.lackingRole.ask: “please”': 'A message to someone with the role.',
};

interface Text {
  /** The names that lead to it: `uiFormsTexts.cancel`. */
  readonly id: string;
  readonly text: string;
}

/** All strings of a file but names, those within functions and templates too. */
function textsIn(source: string): readonly Text[] {
  const found: Text[] = [];
  const look = (value: unknown, id: string, isInCall: boolean): void => {
    if (Array.isArray(value)) for (const item of value) look(item, id, isInCall);
    if (!isNode(value) || value.type === 'ImportDeclaration') return;
    const text = textOf(value);
    if (text !== undefined) found.push({id, text});
    const {type} = value;
    if (type === 'VariableDeclarator') look(value.init, nameOf(value.id), false);
    else if (type === 'Property') look(value.value, isInCall ? id : `${id}.${nameOf(value.key)}`, isInCall);
    else for (const part of Object.values(value)) look(part, id, isInCall || type === 'CallExpression');
  };
  look(parseSync('texts.ts', source).program, '', false);
  return found;
}

/** What a text says that the glossary replaces, each with what it could say instead. */
function replacedIn(text: string): readonly (readonly [said: string, instead: string])[] {
  return glossary.flatMap(([words, instead]) => {
    const [said] = words.exec(text) ?? [];
    return said === undefined ? [] : [[said, instead] as const];
  });
}

describe('the glossary', () => {
  it('is what all texts keep to', () => {
    const folder = path.resolve(import.meta.dirname, '../../../src/texts');
    const texts = readdirSync(folder).flatMap(file => textsIn(readFileSync(path.join(folder, file), 'utf8')));
    expect(texts.length).toBeGreaterThan(900);
    const wrong = texts.flatMap(({id, text}) =>
      replacedIn(text).map(([said, instead]) => ({key: `${id}: “${said}”`, text, instead})),
    );
    expect(wrong.filter(({key}) => !(key in exceptions))).toEqual([]);
    const needed = new Set(wrong.map(({key}) => key));
    const gone = Object.keys(exceptions).filter(key => !needed.has(key));
    expect(gone, 'exceptions that are not needed any more').toEqual([]);
  });

  it('finds texts wherever they stand', () => {
    const source = `
      import {plural} from './plural.ts';
      const a = 'one';
      export const b = {
        c: {'d e': 'two', f: (n: number) => plural(n, {one: 'three', other: \`\${n} of \${g ? 'four' : a}\`})},
        h: ['five'],
      };`;
    expect(textsIn(source)).toEqual([
      {id: 'a', text: 'one'},
      {id: 'b.c.d e', text: 'two'},
      {id: 'b.c.f', text: 'three'},
      {id: 'b.c.f', text: '{} of {}'},
      {id: 'b.c.f', text: 'four'},
      {id: 'b.h', text: 'five'},
    ]);
  });

  it.each([
    ['2 rows are open', ['rows']],
    ['Tick it off', ['Tick']],
    ['It was taken back', ['taken back']],
    ['Take all of it back', ['Take all of it back']],
    ['Take over, and go back', []],
    ['2 mails', ['mails']],
    ['Emails, mailto:{}', []],
    ['X is no text', ['is no']],
    ['X is no longer there, and no one is', []],
    ['Done! Open !{}', ['!']],
    ["don't, can’t", ["n't"]],
  ])('in “%s”', (text, words) => {
    expect(replacedIn(text).map(([said]) => said)).toEqual(words);
  });
});
