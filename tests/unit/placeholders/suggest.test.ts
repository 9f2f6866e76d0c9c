import {describe, expect, it} from 'vitest';
import {
  type FilledValues,
  type KnownValues,
  meaningOf,
  ownSuggestion,
  suggestValues,
  withFilled,
} from '../../../src/placeholders/index.ts';

const known: KnownValues = {
  customer: 'Acme',
  userName: 'Dana Reyes',
  username: 'dana',
  today: {iso: '2026-11-20', local: 'November 20, 2026'},
  projectUrl: 'https://gitlab.com/p',
  groupUrl: 'https://gitlab.com/g',
  segment: 'emea',
};

const nothingPast = {history: [], project: 1, aliases: {}};

describe('what is known', () => {
  it.each([
    ['CUSTOMER', 'Acme'],
    ['Customer Name', 'Acme'],
    ['COMPANY', 'Acme'],
    ['ACCOUNT NAME', 'Acme'],
    ['CUSTOMER_NAME', 'Acme'],
    ['CSM', 'Dana Reyes'],
    ['CSM NAME', 'Dana Reyes'],
    ['Your Name', 'Dana Reyes'],
    ['CSM USERNAME', 'dana'],
    ['@CSM', '@dana'],
    ['@username', '@dana'],
    ['DATE', 'November 20, 2026'],
    ['YYYY-MM-DD', '2026-11-20'],
    ['PROJECT URL', 'https://gitlab.com/p'],
    ['LINK TO THE GROUP', 'https://gitlab.com/g'],
    ['REGION', 'emea'],
    ['name of the customer', 'Acme'],
    ['CustomerName', 'Acme'],
    ['Customer’s name', 'Acme'],
    ['Your company name', 'Acme'],
    ['Insert customer name here', 'Acme'],
    ['Enter the Customer Name', 'Acme'],
    ['PLEASE ADD YOUR NAME', 'Dana Reyes'],
    ['Insert', undefined],
    ['add here', undefined],
    ['customer goes', undefined],
    ['CSM’s name', 'Dana Reyes'],
    ['GitLab handle', 'dana'],
    ['[CUSTOMER]', 'Acme'],
    ['TODAY', 'November 20, 2026'],
    ['SEGMENT', 'emea'],
    ['CUSTOMER USERNAME', undefined],
    ['CUSTOMER DATE', undefined],
    ['END DATE', undefined],
    ['DD.MM.YYYY', undefined],
    ['START DATE', undefined],
    ['CUSTOMER SPONSOR NAME', undefined],
    ['NAME', undefined],
    ['', undefined],
  ])('%s: %s', (text, value) => {
    expect(suggestValues(text, known, nothingPast)[0]?.value).toBe(value);
  });

  it('suggests nothing that is not known', () => {
    expect(suggestValues('CUSTOMER', {}, nothingPast)).toEqual([]);
  });
});

describe('what was entered before', () => {
  const entry = (project: number, meaning: string, value: string) => ({project, meaning, value});
  const offered = (text: string, history: FilledValues, aliases = {}) =>
    suggestValues(text, known, {history, project: 1, aliases}).map(({origin, value}) => `${origin}: ${value}`);

  it('for this customer goes before everything else', () => {
    expect(offered('CSM NAME', [entry(1, 'user-name', 'Robin'), entry(2, 'user-name', 'Sam')])).toEqual([
      'before: Robin',
      'user-name: Dana Reyes',
      'elsewhere: Sam',
    ]);
  });

  it('for every other customer alike goes before the facts', () => {
    const history = [entry(2, 'slack channel', '#help'), entry(3, 'slack channel', '#help')];
    expect(offered('SLACK CHANNEL', history)).toEqual(['always: #help']);
    expect(offered('Slack channel', [...history, entry(4, 'slack channel', '#other')])).toEqual(['elsewhere: #help']);
  });

  it('never puts an earlier day before today', () => {
    expect(offered('DATE', [entry(1, 'today', 'May 2, 2026')])).toEqual([
      'today: November 20, 2026',
      'today: 2026-11-20',
      'before: May 2, 2026',
    ]);
    expect(offered('YYYY-MM-DD', [])[0]).toBe('today: 2026-11-20');
  });

  it('of another customer’s own things is never offered', () => {
    const history = [entry(2, 'customer', 'Globex'), entry(3, 'customer', 'Globex')];
    expect(offered('CUSTOMER', history)).toEqual(['customer: Acme']);
  });

  it('of other customers has their names, as far as they are known', () => {
    const of = (project: number, value: string, customer?: string) => ({
      ...entry(project, 'slack channel', value),
      customer,
    });
    const names = (history: FilledValues) =>
      suggestValues('SLACK CHANNEL', known, {history, project: 1, aliases: {}}).map(({customers}) => customers);
    expect(names([of(2, '#help', 'Globex')])).toEqual([['Globex']]);
    expect(names([of(2, '#help')])).toEqual([[]]);
    expect(names([of(2, '#help', 'Globex'), of(3, '#help', 'Hooli'), of(4, '#help', 'Globex')])).toEqual([
      ['Globex', 'Hooli'],
    ]);
    expect(names([of(2, '#help', 'Globex'), of(3, '#other', 'Hooli')])).toEqual([['Globex']]);
    expect(names([of(1, '#own', 'Acme')])).toEqual([undefined]);
  });

  it('of another customer is never this one’s own, however often it was entered', () => {
    const own = (text: string, history: FilledValues) =>
      ownSuggestion(suggestValues(text, known, {history, project: 1, aliases: {}}))?.value;
    const others = [entry(2, 'slack channel', '#help'), entry(3, 'slack channel', '#help')];
    expect(own('SLACK CHANNEL', others.slice(0, 1))).toBeUndefined();
    expect(own('SLACK CHANNEL', others)).toBeUndefined();
    expect(own('SLACK CHANNEL', [...others, entry(1, 'slack channel', '#acme')])).toBe('#acme');
    expect(own('CSM NAME', [entry(2, 'user-name', 'Sam'), entry(3, 'user-name', 'Sam')])).toBe('Dana Reyes');
    expect(own('DATE', [entry(2, 'today', 'May 2, 2026')])).toBe('November 20, 2026');
  });

  it('and undone is offered after what is known, never filled in, and never for others', () => {
    const undone = (project: number, value: string) => ({...entry(project, 'user-name', value), undone: true as const});
    expect(offered('CSM NAME', [undone(1, 'Robin'), undone(2, 'Sam')])).toEqual([
      'user-name: Dana Reyes',
      'undone: Robin',
    ]);
    expect(ownSuggestion([{value: 'Robin', origin: 'undone'}])).toBeUndefined();
    const again = withFilled([undone(1, 'Robin')], [entry(1, 'user-name', 'Robin')]);
    expect(offered('CSM NAME', again)[0]).toBe('before: Robin');
  });

  it('is the same by meaning, aliases included', () => {
    expect(['CUSTOMER NAME', 'Customer', '[Company]'].map(text => meaningOf(text))).toEqual(Array(3).fill('customer'));
    expect(meaningOf('TAM', {tam: 'CSM'})).toBe('user-name');
    expect(offered('TAM', [], {TAM: 'CSM'})).toEqual(['user-name: Dana Reyes']);
  });

  it('is kept once a customer and meaning, the latest', () => {
    const history = withFilled([entry(1, 'a', 'old'), entry(2, 'a', 'x')], [entry(1, 'a', 'new')]);
    expect(history).toEqual([entry(1, 'a', 'new'), entry(2, 'a', 'x')]);
    const many = Array.from({length: 700}, (_item, index) => entry(index, 'a', 'x'));
    expect(withFilled([], many)).toHaveLength(600);
  });
});
