import {describe, expect, it} from 'vitest';
import {markedText} from '../../../../src/customer/filling/marked-text.ts';
import {noRules, placeKey} from '../../../../src/placeholders/index.ts';

const path = 'README.md';
const marked = (text: string) => markedText({path, text, lastCommitId: 'c'}, noRules);
/** What is found in a text, with the places as their placeholders. */
const found = (text: string, stretch?: string) => {
  const file = marked(text);
  return file.split(stretch ?? file.text).map(part => (typeof part === 'string' ? part : `[${part.text}]`));
};

describe('a text with marks in place of placeholders', () => {
  it.each<[string, string[]]>([
    ['# [NAME] and more', ['# ', '[NAME]', ' and more']],
    ['[A][B]s', ['[A]', '[B]', 's']],
    ['Ask **[NAME]**, [sic] of `[CODE]`', ['Ask **', '[NAME]', '**, [sic] of `[CODE]`']],
    ['Nothing', ['Nothing']],
    ['csmfield0e is a word, [NAME] is none', ['csmfield0e is a word, ', '[NAME]', ' is none']],
  ])('%j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('tells its places apart, and finds them in any part of what is made of it', () => {
    const text = Array.from({length: 12}, () => '[NAME]').join(' ');
    const {text: words, split} = marked(text);
    expect(words).not.toContain('[');
    const places = split(`<p>${words}</p>`).flatMap(part => (typeof part === 'string' ? [] : [part.place]));
    expect(places).toEqual(Array.from({length: 12}, (_, index) => placeKey('name', path, index)));
  });

  it('has nothing in a mark that Markdown makes something else of', () => {
    expect(marked('| [A_B] | https://e.com/[C D] |').text).toMatch(
      /^\| csmfield0e \| https:\/\/e\.com\/csmfield1e \|$/,
    );
  });
});
