import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

/** A package whose code is in a build. */
interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** SPDX's name of its license. */
  readonly license: string;
  /** Where its source code is. */
  readonly source: string | undefined;
  /** Its license and, where it has one, its notice, word for word. */
  readonly texts: readonly string[];
}

const licenseFile = /^(licen[cs]e|copying)(-\w+)?(\.(md|txt))?$/i;
const noticeFile = /^notice(\.(md|txt))?$/i;

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Stands in the Apache License as a whole; some packages have only a notice that leads to it. */
const endOfApache = 'END OF TERMS AND CONDITIONS';

/** The folder of the package that a module belongs to, by the module's path; undefined for a module of our own. */
function packageFolder(moduleId: string): string | undefined {
  // What holds the chunks together is the bundler's own.
  if (moduleId.startsWith('\0rolldown/')) return here('../node_modules/rolldown');
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(moduleId.replaceAll('\\', '/'))?.[1];
}

/** Where the source code is, as a package says it: an address of Git's as one for people. */
function sourceOf(repository: unknown): string | undefined {
  const said =
    typeof repository === 'object' && repository !== null && 'url' in repository ? repository.url : repository;
  if (typeof said !== 'string') return undefined;
  // npm's short form of a place on GitHub.
  if (/^[\w.-]+\/[\w.-]+$/.test(said)) return `https://github.com/${said}`;
  return said.replace(/^git\+/, '').replace(/\.git$/, '');
}

function readPackage(folder: string): BundledPackage {
  const {name, version, license, repository} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const textsOf = (wanted: RegExp) =>
    readdirSync(folder, {withFileTypes: true})
      .filter(entry => entry.isFile() && wanted.test(entry.name))
      .map(entry => readFileSync(path.join(folder, entry.name), 'utf8').trim())
      .filter(Boolean);
  const licenses = textsOf(licenseFile);
  if (typeof license !== 'string' || licenses.length === 0) {
    throw new Error(
      `${name ?? folder} is in the build, but its package has no license. Ask its authors, or do without it.`,
    );
  }
  const isNoticeOnly = license === 'Apache-2.0' && !licenses.some(text => text.includes(endOfApache));
  const whole = isNoticeOnly ? [readFileSync(here('apache-2.0.txt'), 'utf8').trim()] : [];
  return {name, version, license, source: sourceOf(repository), texts: [...licenses, ...whole, ...textsOf(noticeFile)]};
}

/**
 * The packages that these modules belong to, each once, by name. Our own modules, stand-ins for packages among them, belong to none.
 *
 * @param moduleIds as Rolldown has them
 * @throws Error for a package without a license
 */
export function bundledPackages(moduleIds: Iterable<string>): BundledPackage[] {
  const folders = new Set([...moduleIds].flatMap(id => packageFolder(id) ?? []));
  return [...folders].map(readPackage).sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** What is shipped beside a build that has code of these packages. */
export function licensesText(packages: readonly BundledPackage[]): string {
  const parts = packages.map(({name, version, license, source, texts}) =>
    [
      `${name} ${version}`,
      `License: ${license}`,
      ...(source === undefined ? [] : [`Source code: ${source}`]),
      `Package: https://www.npmjs.com/package/${name}/v/${version}`,
      ...texts.flatMap(text => ['', text]),
    ].join('\n'),
  );
  const head = 'CSM Checklist has code of these packages in it. Its own license is in the file LICENSE.';
  return `${[head, ...parts].join(`\n\n${'='.repeat(80)}\n\n`)}\n`;
}
