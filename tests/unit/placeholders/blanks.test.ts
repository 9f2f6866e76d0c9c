import {describe, expect, it} from 'vitest';
import {fillPlaceholders, findPlaceholders} from '../../../src/placeholders/index.ts';

const rules = {decisions: new Map(), blanks: true};
const texts = (markdown: string) => findPlaceholders(markdown, rules).map(({text}) => text);

describe('blanks beside brackets', () => {
  it.each([
    ['Dear {{customer}}, ask {{ csm.name }}.', ['customer', 'csm.name']],
    ['Dear <CUSTOMER> and <TECHNICAL LEAD>', ['CUSTOMER', 'TECHNICAL LEAD']],
    ['TODO: ask. TBD, XXX, XXXX', ['TODO', 'TBD', 'XXX', 'XXXX']],
    ['| {{a}} | [B] |\n|---|---|\n| TODO | c |', ['a', 'B', 'TODO']],
    ['[TODO] and [see {{x}}]', ['TODO', 'see {{x}}']],
    ['`TODO` and ``{{a}} ` <B>``', []],
    ['```\nTODO {{a}}\n```', []],
    ['<CUSTOMER NAME>\n\n<div>\n{{a}} <b title="TODO">\n</div>\n', ['CUSTOMER NAME', 'a']],
    ['Dear \\<CUSTOMER\\> and &lt;LEAD&gt; of \\{{a}}', ['CUSTOMER', 'LEAD', 'a']],
    ['[docs](https://{{tenant}}/[PATH]) [x]\n\n[x]: /{{y}}', ['tenant', 'PATH', 'y']],
    ['a <!-- TODO --> b <i title="{{x}}">c</i> $`TODO`$ ~"TODO"', []],
    ['<https://x.y/TODO> https://{{tenant}}.example/', ['TODO', 'tenant']],
    ['a<BR>b <HR /> <DIV> <H2>', []],
    ['TODOS, my-TODO, todo, <b>, <br>, { {a} }', []],
  ])('in %j are %j', (markdown, expected) => {
    expect(texts(markdown)).toEqual(expected);
  });

  it('are none unless they are asked for', () => {
    expect(findPlaceholders('TODO {{a}} <B>')).toEqual([]);
  });

  it('are filled in addresses as these are written', () => {
    const filled = fillPlaceholders('[a](/{{b}})', new Map([['b', 'x y)']]), {rules});
    expect(filled).toBe('[a](/x%20y%29)');
  });

  it('are filled whole', () => {
    const values = new Map([
      ['customer', 'Acme'],
      ['todo', 'done'],
    ]);
    expect(fillPlaceholders('# {{ customer }}\n\nTODO\n', values, {rules})).toBe('# Acme\n\ndone\n');
  });
});
