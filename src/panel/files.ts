import type {FactSheet, IssueTemplate} from '../facts/facts.ts';
import {fillPlaceholders, findPlaceholders, groupPlaceholders, type PlaceholderGroup} from '../placeholders/index.ts';

/** A file whose placeholders are filled in. */
export interface EditedFile {
  readonly path: string;
  readonly text: string;
  /** Undefined for one that is created from the template project's. */
  readonly lastCommitId: string | undefined;
}

/** A placeholder with its places in all files. */
export interface Field {
  readonly key: string;
  readonly text: string;
  readonly places: readonly {readonly path: string; readonly line: number; readonly text: string}[];
}

/** The README, if it has something to fill in. */
export function readmeFile({readme}: FactSheet): EditedFile[] {
  if (readme?.state !== 'known' || readme.value.kind !== 'text') return [];
  return hasFields(readme.value.text) ? [readme.value] : [];
}

function hasFields(text: string): boolean {
  return groupPlaceholders(findPlaceholders(text)).length > 0;
}

/** The issue templates that have something to fill in. */
export function templateFiles({issueTemplates}: FactSheet): EditedFile[] {
  if (issueTemplates?.state !== 'known') return [];
  return issueTemplates.value.flatMap(({file}) =>
    file?.content.kind === 'text' && hasFields(file.content.text) ? [file.content] : [],
  );
}

/** The issue templates that are missing and can be made from the template project's. */
export function missingTemplates({issueTemplates}: FactSheet): readonly IssueTemplate[] {
  if (issueTemplates?.state !== 'known') return [];
  return issueTemplates.value.filter(({file, original}) => file === undefined && original !== undefined);
}

/** All files' placeholders, one field for each text. */
export function fieldsOf(files: readonly EditedFile[]): Field[] {
  const fields = new Map<string, {key: string; text: string; places: Field['places'][number][]}>();
  for (const {path, text} of files) {
    for (const group of groupPlaceholders(findPlaceholders(text))) {
      const field = fields.get(group.key) ?? {key: group.key, text: group.text, places: []};
      field.places.push(...group.places.map(({context}) => ({path, line: context.line, text: context.text})));
      fields.set(group.key, field);
    }
  }
  return [...fields.values()];
}

/** The files that a commit with these values changes or creates, with their new texts. */
export function filledFiles(
  files: readonly EditedFile[],
  values: ReadonlyMap<string, string>,
): {readonly path: string; readonly to: string; readonly lastCommitId: string | undefined}[] {
  return files.flatMap(({path, text, lastCommitId}) => {
    const to = fillPlaceholders(text, values);
    return to === text && lastCommitId !== undefined ? [] : [{path, to, lastCommitId}];
  });
}

function name(path: string): string {
  return path.split('/').at(-1) ?? path;
}

/** What the commit says it does. */
export function commitMessage(paths: readonly string[], filled: readonly Pick<PlaceholderGroup, 'text'>[]): string {
  const few = filled.slice(0, 5).map(({text}) => text);
  const rest = filled.length - few.length;
  const what = few.length > 0 ? `: ${few.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}` : '';
  return `Fill in ${paths.map(name).join(', ')}${what}`;
}
