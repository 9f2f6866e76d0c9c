import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {groupPathOf, planPathFault} from '../../../src/changes/group-path.ts';

/** GitLab's rule for paths that are set or changed: `oci_repository_path_regex` in `lib/gitlab/regex.rb`. */
const rule = /^[a-zA-Z0-9]+([._-][a-zA-Z0-9]+)*$/;

describe('groupPathOf', () => {
  it.each([
    ['Acme', 'acme'],
    ['Acme Corp. (DE)', 'acme-corp-de'],
    ['  Zoë & Söhne  ', 'zoe-sohne'],
    ['-x-', 'x'],
    ['tool.git', 'tool'],
    ['a.git.atom', 'a'],
    ['.git', 'git'],
    ['🚀', ''],
    ['...', ''],
    ['', ''],
    // Marks beside blanks, which GitLab refuses as they stand.
    ['Dr. Miller Foods', 'dr-miller-foods'],
    ['St. Jude Labs', 'st-jude-labs'],
    ['Foo Co. KG', 'foo-co-kg'],
    ['A.B. Inc. Ltd.', 'a.b-inc-ltd'],
    ['No. 8', 'no-8'],
    ['Yahoo!', 'yahoo'],
    ['AT&T', 'at-t'],
    ['L’Oréal', 'l-oreal'],
    ['Smith -- Sons', 'smith-sons'],
    ['snake__case_name', 'snake-case_name'],
    ['_private_', 'private'],
    // Marks inside of a word.
    ['Customer.io', 'customer.io'],
    ['Booking.com B.V.', 'booking.com-b.v'],
    ['Häagen-Dazs', 'haagen-dazs'],
    ['7-Eleven', '7-eleven'],
    ['3M', '3m'],
    // Latin letters that are no letter with a mark.
    ['Ørsted', 'orsted'],
    ['Straße', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Æther Œuvre', 'aether-oeuvre'],
    ['Łódź', 'lodz'],
    ['Đuro Đaković', 'duro-dakovic'],
    ['Þór', 'thor'],
    ['Reykjavíkurborg ehf.', 'reykjavikurborg-ehf'],
    ['Kapalıçarşı', 'kapalicarsi'],
    ['İstanbul', 'istanbul'],
    ['Việt Nam', 'viet-nam'],
    ['Škoda', 'skoda'],
    ['ﬁne', 'fine'],
    ['Ａｃｍｅ', 'acme'],
    // Other scripts: what is left has to tell of the name.
    ['株式会社', ''],
    ['Яндекс', ''],
    ['Яндекс 2', ''],
    ['Όμιλος', ''],
    ['株式会社 Toyota', 'toyota'],
    ['Acme (アクメ)', 'acme'],
    ['Ǝxample', ''],
    ['24', '24'],
    // What GitLab keeps for itself.
    ['Blame', 'blame-customer'],
    ['find_file', 'find_file-customer'],
  ])('%s: %s', (name, path) => {
    expect(groupPathOf(name)).toBe(path);
    if (path) expect(planPathFault({name: '', path})).toBeUndefined();
  });

  it('is never longer than GitLab takes', () => {
    const path = groupPathOf(`${'æ'.repeat(200)}.git`, () => true);
    expect(path).toMatch(/^(ae)+-customer$/);
    expect(planPathFault({name: '', path})).toBeUndefined();
  });

  it('is another one where the path is taken', () => {
    expect(groupPathOf('Acme', path => path === 'acme')).toBe('acme-customer');
    expect(groupPathOf('', () => true)).toBe('');
  });

  it('is nothing, or a path that GitLab takes', () => {
    const unit = fc.constantFrom(...'aZé9 ._-øßЯ株🚀&', '.git', '.atom', 'wikis');
    const names = fc.oneof(fc.string({unit, maxLength: 20}), fc.string({unit: 'binary', maxLength: 40}));
    fc.assert(
      fc.property(names, fc.boolean(), (name, isTaken) => {
        const path = groupPathOf(name, () => isTaken);
        if (path === '') return;
        expect(path).toMatch(rule);
        expect(planPathFault({name: '', path})).toBeUndefined();
      }),
      {numRuns: 500},
    );
  });
});

describe('planPathFault', () => {
  it.each([
    ['', /^Enter a path/],
    ['-a', /can’t start with “-”/],
    ['a b', /only letters without accents/],
    ['a/b', /only letters/],
    ['é', /only letters/],
    ['株', /only letters/],
    ['a.', /can’t end with “\.”/],
    ['a.git', /“\.git”/],
    ['a.ATOM', /“\.atom”/],
    ['a'.repeat(256), /at most 255/],
    ['Wikis', /reserves the path “Wikis”/],
    ['_x', /must start and end with a letter or a digit/],
    ['.x', /must start and end/],
    ['x-', /must start and end/],
    ['x_', /must start and end/],
    ['dr.-miller', /can’t contain “\.-”/],
    ['a--b', /can’t contain “--”/],
    ['a-_.b', /can’t contain “-_\.”/],
  ])('refuses “%s” for a new group and says why', (path, words) => {
    expect(planPathFault({name: 'Acme', path})).toMatch(words);
    expect(planPathFault({name: 'Acme', path})).toMatch(/\.$/);
  });

  it.each(['a', 'A_b-c.d', '1', 'a.b', 'a'.repeat(255)])('takes “%s”', path => {
    expect(planPathFault({name: '', path})).toBeUndefined();
  });

  it('refuses what GitLab’s rule refuses, whatever is typed', () => {
    const typed = fc.string({unit: fc.constantFrom(...'aB9._- é/'), maxLength: 8});
    fc.assert(
      fc.property(typed, path => {
        if (!rule.test(path)) expect(planPathFault({name: '', path})).toBeDefined();
      }),
      {numRuns: 500},
    );
  });

  it.each(['dr.-miller', 'a--b', '_x', '.x', 'x-'])('takes “%s” of a group that is there, as older ones are', path => {
    expect(planPathFault({name: '', path, takesGroup: true})).toBeUndefined();
  });

  it.each(['', '-a', 'a b', 'é', 'a.', 'a.git', 'wikis'])('refuses “%s” of a group that is there', path => {
    expect(planPathFault({name: '', path, takesGroup: true})).toMatch(/\.$/);
  });

  it.each(['株式会社', 'Яндекс 2', '🚀'])('asks for a path where none can be made of “%s”', name => {
    expect(planPathFault({name})).toMatch(/^GitLab can’t make a path from this name\. Enter one/);
    expect(planPathFault({name, path: 'customer'})).toBeUndefined();
  });
});
