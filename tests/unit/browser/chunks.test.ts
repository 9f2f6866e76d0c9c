import {runInThisContext} from 'node:vm';
import {describe, expect, it} from 'vitest';
import {createRegistry, type Registry} from '../../../src/browser/chunks.ts';
import {problemOf} from '../../../src/gitlab/errors.ts';
import {told} from '../../told.ts';

/** A registry whose chunks are brought by these, each by its name. */
function registryWith(files: Record<string, (registry: Registry) => void>): {registry: Registry; asked: string[]} {
  const asked: string[] = [];
  const registry = createRegistry(async chunk => {
    asked.push(chunk);
    files[chunk]?.(registry);
  });
  return {registry, asked};
}

describe('the registry of chunks', () => {
  it('makes a chunk when it is required for the first time, and once', () => {
    const {registry, asked} = registryWith({});
    let times = 0;
    registry.define('a.js', (_require, exports) => {
      times += 1;
      exports.value = times;
    });
    expect(times).toBe(0);
    expect(registry.require('./a.js')).toEqual({value: 1});
    expect(registry.require('a.js')).toBe(registry.require('./a.js'));
    expect(asked).toEqual([]);
  });

  it('starts the first one, once, without a result that the browser would copy', () => {
    const {registry} = registryWith({});
    let times = 0;
    registry.define('a.js', () => {
      times += 1;
    });
    expect([registry.start('a.js'), registry.start('a.js')]).toEqual([undefined, undefined]);
    expect(times).toBe(1);
  });

  it('keeps what was made when a file runs again', () => {
    const {registry} = registryWith({});
    registry.define('a.js', (_require, exports) => void Object.assign(exports, {from: 'first'}));
    const made = registry.require('a.js');
    registry.define('a.js', (_require, exports) => void Object.assign(exports, {from: 'second'}));
    expect(registry.require('a.js')).toBe(made);
    expect(made).toEqual({from: 'first'});
  });

  it('gives chunks one instance of what they share, also where they require each other', () => {
    const {registry} = registryWith({});
    registry.define('a.js', (load, exports) => {
      exports.b = load('./b.js');
    });
    registry.define('b.js', (load, exports) => {
      exports.a = load('./a.js');
    });
    const a = registry.require('a.js') as {b: {a: unknown}};
    expect(a.b.a).toBe(a);
  });

  it('has a chunk brought that has yet to come, once for all who ask', async () => {
    const {registry, asked} = registryWith({
      'a.js': ({define}) => {
        define('shared.js', (_require, exports) => void Object.assign(exports, {two: 2}));
        define('a.js', (load, exports) => void Object.assign(exports, load('./shared.js')));
      },
    });
    const [one, other] = await Promise.all([registry.require('./a.js'), registry.require('./a.js')]);
    expect(one).toEqual({two: 2});
    expect(other).toBe(one);
    expect(registry.require('./a.js')).toBe(one);
    expect(asked).toEqual(['a.js']);
  });

  it('says in plain words that a chunk did not come, and asks again', async () => {
    let isThere = false;
    const {registry, asked} = registryWith({
      'a.js': ({define}) => {
        if (!isThere) throw new Error('Extension context invalidated.');
        define('a.js', (_require, exports) => void Object.assign(exports, {value: 1}));
      },
    });
    const error = await Promise.resolve(registry.require('./a.js')).catch((thrown: unknown) => thrown);
    expect(told(problemOf(error))).toEqual({
      kind: 'unavailable',
      words: 'Couldn’t load part of the extension.',
      advice: 'Reload this page.',
    });
    await expect(registry.require('./other.js')).rejects.toMatchObject({name: 'NotLoaded'});
    isThere = true;
    await expect(registry.require('./a.js')).resolves.toEqual({value: 1});
    expect(asked).toEqual(['a.js', 'other.js', 'a.js']);
  });

  it('makes a chunk anew whose making failed', () => {
    const {registry} = registryWith({});
    let times = 0;
    registry.define('a.js', (_require, exports) => {
      times += 1;
      if (times === 1) throw new Error('not yet');
      exports.times = times;
    });
    expect(() => registry.require('a.js')).toThrow('not yet');
    expect(registry.require('a.js')).toEqual({times: 2});
  });

  it('works as the text that the build makes of it', () => {
    const create = runInThisContext(`(${createRegistry})`) as typeof createRegistry;
    const registry = create(async () => undefined);
    registry.define('a.js', (_require, exports) => void Object.assign(exports, {value: 1}));
    expect(registry.require('./a.js')).toEqual({value: 1});
  });
});
