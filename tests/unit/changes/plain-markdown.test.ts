import {expect, it} from 'vitest';
import {plainMarkdown} from '../../../src/changes/plain-markdown.ts';

it.each([
  ['marks', '*a* _b_ `c` [d](e) <f> | \\', '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\| \\\\'],
  ['mentions', '@all and (@dana)', '\\@all and (\\@dana)'],
  ['references', '!5 #3 &1 $2 %x ~x ^4 g/p#7', '\\!5 \\#3 \\&1 \\$2 \\%x \\~x \\^4 g/p\\#7'],
  ['an address of mail, which is none', 'ann@acme.example', 'ann@acme.example'],
  ['lines', 'a\n/close\r\n\tb', 'a /close b'],
])('%s are shown as they are', (_name, text, expected) => expect(plainMarkdown(text)).toBe(expected));
