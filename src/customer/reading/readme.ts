import type {Readme} from '../../facts/facts.ts';
import {latin1OfBytes, textOfBytes} from '../../gitlab/bytes.ts';
import type {StoredFile} from '../../gitlab/model/model.ts';

/** The file that GitLab mostly shows as the README. */
export const usualReadme = 'README.md';

const markdownName = /\.(md|markdown|mdown|mkd|mkdn|rmd)$/i;
const lfsPointer = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n/;
/** All that a symbolic link holds: a path, without a line break even at its end. */
const pathOnly = /^[^\n\r]{1,4096}$/;

/** Whether a README of this name is Markdown, the only format that placeholders are looked for in. */
export function isMarkdownName(path: string): boolean {
  return markdownName.test(path);
}

/** Whether a file's content leaves open that it is a symbolic link, where GitLab did not say. */
export function mayBeLink({isLink, bytes}: StoredFile): boolean {
  return isLink === undefined && pathOnly.test(textOfBytes(bytes) ?? '');
}

/** A stored file as the README it is. */
export function readmeOfFile(file: StoredFile): Readme {
  const {path, lastCommitId} = file;
  if (file.isLink || mayBeLink(file)) return {kind: 'link', path};
  const text = textOfBytes(file.bytes);
  if (text !== undefined) {
    return lfsPointer.test(text) ? {kind: 'lfs-pointer', path} : {kind: 'text', path, text, lastCommitId};
  }
  const latin1 = latin1OfBytes(file.bytes);
  return latin1 === undefined
    ? {kind: 'not-utf8', path}
    : {kind: 'text', path, text: latin1, lastCommitId, isLatin1: true};
}
