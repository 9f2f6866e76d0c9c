import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  comparable,
  customerInName,
  customerName,
  knownCustomer,
  startsWithName,
} from '../../../../src/customer/checks/customer.ts';
import type {Project} from '../../../../src/gitlab/model/model.ts';
import {defaultWorkspace} from '../../../../src/workspace/workspace.ts';

describe('customerInName', () => {
  it.each([
    ['Initech collaboration project', 'Initech'],
    ['Initech - GitLab Collaboration', 'Initech'],
    ['Initech GitLab', 'Initech'],
    ['GitLab | Initech Collaboration', 'Initech'],
    ['Initech & GitLab Collaboration', 'Initech'],
    ['Initech Customer Collaboration Project', 'Initech'],
    ['Initech collaboration project template', 'Initech'],
    ['initech-collaboration-project', 'initech'],
    ['Initech POC Collaboration', 'Initech'],
    ['Initech Proof of Value', 'Initech'],
    ['Initech (Pre-sales)', 'Initech (Pre-sales)'],
    ['Initech pre-sales project', 'Initech'],
    ['Collaboration Project: Acme Corp.', 'Acme Corp'],
    ['POV Acme', 'Acme'],
    ['Häagen-Dazs Collaboration', 'Häagen-Dazs'],
    ['🚀 Rockets', '🚀 Rockets'],
    ['🚀 Collaboration', '🚀'],
    // Words of the kind that belong to the customer's name.
    ['Project Management Institute Collaboration', 'Project Management Institute'],
    ['Project Management Institute', 'Project Management Institute'],
    ['Customer.io Collaboration Project', 'Customer.io'],
    ['Customer.io', 'Customer.io'],
    ['Customer Alliance Collaboration', 'Customer Alliance'],
    ['Template Monster Customer Collaboration Project', 'Template Monster'],
    ['The Manhattan Project Collaboration Project', 'The Manhattan Project'],
    ['The Collaboration Company POC', 'The Collaboration Company'],
    ['Apple Project', 'Apple Project'],
    ['Apple Customer', 'Apple Customer'],
    ['Epoch Collaboration', 'Epoch'],
    ['Projectile Inc', 'Projectile Inc'],
    // Nothing is left.
    ['collaboration-project', ''],
    ['Customer Collaboration Project', ''],
    ['GitLab Collaboration', ''],
    ['Customer Collaboration Project Template', ''],
    ['POC', ''],
    ['', ''],
    [' – ', ''],
    // Scheduled for deletion.
    ['Initech collaboration-deletion_scheduled-12', 'Initech'],
  ])('%s: %s', (name, customer) => {
    expect(customerInName(name)).toBe(customer);
  });

  it('is a part of the name', () => {
    const word = fc.constantFrom(
      'Acme',
      'Customer',
      'customer.io',
      'GitLab',
      'Project',
      'collaboration',
      'POC',
      '-',
      '.',
    );
    fc.assert(
      fc.property(fc.array(word, {maxLength: 8}), words => {
        const name = words.join(' ');
        expect(name).toContain(customerInName(name));
      }),
    );
  });
});

describe('whose name is known', () => {
  const {root} = defaultWorkspace;
  const at = (path: string, group: string, name: string) =>
    ({name, path: `${root}/${path}`, group: {id: 1, name: group, path: ''}}) as unknown as Project;

  it.each([
    ['emea/acme/x', 'Acme', 'Notes', 'Acme', 'Acme'],
    ['emea/acme/x', '', 'Acme Collaboration', '', 'Acme'],
    ['emea/acme-deletion_scheduled-7/x', 'Acme-deletion_scheduled-7', 'Notes', 'Acme', 'Acme'],
    // The innermost group's name is not the customer's.
    ['emea/acme/team/x', 'Team', 'Acme Collaboration', undefined, 'Acme'],
    ['pre-sales/x', 'Pre-sales', 'Acme POC', undefined, 'Acme'],
    ['commercial/pre-sales/acme-poc', 'Pre-sales', 'Acme POC', undefined, 'Acme'],
    ['emea/x', 'EMEA', 'Acme Collaboration', undefined, 'Acme'],
    ['x', 'Account Management', 'Collaboration', undefined, undefined],
  ])('%s in “%s”, called “%s”: %s, %s', (path, group, name, known, told) => {
    const project = at(path, group, name);
    expect(knownCustomer(project, defaultWorkspace)).toBe(known);
    expect(customerName(project, defaultWorkspace)).toBe(told);
  });
});

describe('comparable', () => {
  it('folds case, blanks, punctuation and the spelling of accents', () => {
    expect(comparable('Zoé & Co. (DE)')).toBe(comparable('zoe\u0301-CO de'));
  });
});

describe('startsWithName', () => {
  it.each([
    ['Acme Collaboration', 'Acme', true],
    ['Acme', 'Acme', true],
    ['ACME Inc. Collaboration', 'Acme Inc', true],
    ['Acme Inc Collaboration', 'ACME Inc.', true],
    ['acme-inc-collaboration', 'ACME Inc.', true],
    ['AcmeInc Collaboration', 'Acme Inc', true],
    ['T Mobile plan', 'T-Mobile', true],
    ['Zoë plan', 'Zoe\u0308', true],
    ['Zoe plan', 'Zoë', true],
    ['STRASSE plan', 'Straße', true],
    ['ΑΣ plan', 'ας', true],
    ['Acme’s plan', 'Acme', true],
    ['“Acme” plan', 'Acme', true],
    ['Acme (DE) plan', 'Acme DE', true],
    ['C++ plan', 'C++', true],
    ['Rockets plan', '🚀 Rockets', true],
    ['A. plan', 'A', true],
    // Whole words only.
    ['Apple Project', 'A', false],
    ['Acmes plan', 'Acme', false],
    ['Acme 20 plan', 'Acme 2', false],
    ['Acme', 'Acme Inc', false],
    ['Straß plan', 'Stras', false],
    ['Plan of Acme', 'Acme', false],
    ['Café plan', 'Caf', false],
    // Scripts without blanks between words.
    ['株式会社プロジェクト', '株式会社', true],
    ['トヨタ プロジェクト', 'トヨタ', true],
    ['トヨタプロジェクト', 'ホンダ', false],
    // Nothing to compare but the signs themselves.
    ['🚀 Collaboration', '🚀', true],
    ['🚀', '🚀', true],
    ['Collaboration', '🚀', false],
    ['🚀Rocket Collaboration', '🚀', false],
    ['👨‍👩‍👧 Family', '👨', false],
    ['Collaboration', '', false],
    ['Collaboration', ' ', false],
    ['', '', false],
    ['!!! Collaboration', '!!!', true],
  ])('%j with %j: %s', (text, name, expected) => {
    expect(startsWithName(text, name)).toBe(expected);
  });

  it('is true of a name with further words, in any case', () => {
    const unit = fc.constantFrom(...'aZß9éΣς. -&🚀株');
    const names = fc.string({unit, minLength: 1, maxLength: 10}).filter(name => /[\p{L}\p{N}]/u.test(name));
    fc.assert(
      fc.property(names, name => {
        expect(startsWithName(`${name} plan`, name)).toBe(true);
        expect(startsWithName(`${name.toUpperCase()} plan`, name)).toBe(true);
      }),
    );
  });
});
