import {describe, expect, it} from 'vitest';
import {parse, stringify} from '../../../../src/gitlab/stand-ins/qs.ts';

describe('the stand-in for qs', () => {
  it('writes lists as GitLab reads them and leaves out what is not there', () => {
    expect(decodeURIComponent(stringify({a: 1, b: ['x', 'y'], c: undefined, d: false, e: 'ü &'}))).toBe(
      'a=1&b[]=x&b[]=y&d=false&e=ü+&',
    );
  });

  it('reads back what it writes', () => {
    expect(parse(stringify({page: 2, relation: ['direct', 'inherited'], one: ['x']}))).toEqual({
      page: '2',
      relation: ['direct', 'inherited'],
      one: ['x'],
    });
  });
});
