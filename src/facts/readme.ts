import {textOfBytes} from '../gitlab/bytes.ts';
import type {StoredFile} from '../gitlab/gitlab.ts';
import type {Readme} from './facts.ts';

const markdownName = /\.(md|markdown|mdown|mkd|mkdn)$/i;
const lfsPointer = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n/;

/** Whether a README of this name is Markdown, the only format that placeholders are looked for in. */
export function isMarkdownName(path: string): boolean {
  return markdownName.test(path);
}

/** A stored file as the README it is. */
export function readmeOfFile(file: StoredFile): Readme {
  const text = textOfBytes(file.bytes);
  if (text === undefined) return {kind: 'not-utf8', path: file.path};
  if (lfsPointer.test(text)) return {kind: 'lfs-pointer', path: file.path};
  return {kind: 'text', path: file.path, text, lastCommitId: file.lastCommitId};
}
