import type {FactSheet, IssueTemplate, Readme} from '../../facts/facts.ts';
import {
  type BracketRules,
  fillPlaceholders,
  findPlaceholders,
  groupKey,
  groupPlaceholders,
  noRules,
} from '../../placeholders/index.ts';
import {fillingTexts} from '../../texts/filling.ts';

/** A file whose placeholders are filled in. */
export interface EditedFile {
  readonly path: string;
  readonly text: string;
  /** Undefined for one that is created from the template project's. */
  readonly lastCommitId: string | undefined;
}

/** One place of a placeholder. */
export interface FieldPlace {
  readonly path: string;
  /** Which of the placeholder's places in this file it is, from 0. */
  readonly index: number;
  readonly line: number;
  /** The line that it stands in. */
  readonly text: string;
  /** That line with the ones before and behind it, each cut to 160 characters. */
  readonly around: string;
}

/** A placeholder with its places in all files. */
export interface Field {
  readonly key: string;
  readonly text: string;
  readonly places: readonly FieldPlace[];
}

/** What was decided about brackets; nothing where that could not be read. */
export function rulesOf({brackets}: FactSheet): BracketRules {
  return brackets?.state === 'known' ? brackets.value : noRules;
}

/** Texts that can be written back as they are stored. */
function editable(content: Readme | undefined): EditedFile[] {
  return content?.kind === 'text' && !content.isLatin1 ? [content] : [];
}

/** The README and the files that it includes, as far as they are texts. */
export function readmeFiles({readme}: FactSheet): EditedFile[] {
  if (readme?.state !== 'known' || readme.value.kind !== 'text') return [];
  const files = [readme.value, ...(readme.value.included ?? []).map(({content}) => content)].flatMap(editable);
  return [...new Map(files.map(file => [file.path, file])).values()];
}

/** Whether a file has something to fill in. */
export function hasFields({text}: EditedFile, rules: BracketRules): boolean {
  return groupPlaceholders(findPlaceholders(text, rules)).length > 0;
}

/** The issue templates that are texts. */
export function templateFiles({issueTemplates}: FactSheet): EditedFile[] {
  if (issueTemplates?.state !== 'known') return [];
  return issueTemplates.value.flatMap(({files}) => files.flatMap(({content}) => editable(content)));
}

/** The issue templates that are missing and can be made from the template project's. */
export function missingTemplates({issueTemplates}: FactSheet): readonly IssueTemplate[] {
  if (issueTemplates?.state !== 'known') return [];
  return issueTemplates.value.filter(({files, original}) => files.length === 0 && original.state === 'known');
}

/** All files' placeholders, one field for each text. */
export function fieldsOf(files: readonly EditedFile[], rules: BracketRules): Field[] {
  const fields = new Map<string, {key: string; text: string; places: FieldPlace[]}>();
  for (const {path, text} of files) {
    const lines = text.split(/\r?\n|\r/);
    for (const group of groupPlaceholders(findPlaceholders(text, rules))) {
      const field = fields.get(group.key) ?? {key: group.key, text: group.text, places: []};
      group.places.forEach(({context}, index) => {
        const {line, text: own} = context;
        const around = lines.slice(Math.max(0, line - 2), line + 1).map(near => near.slice(0, 160));
        field.places.push({path, index, line, text: own, around: around.join('\n')});
      });
      fields.set(group.key, field);
    }
  }
  return [...fields.values()];
}

/** Bracketed texts that are probably no placeholders, each once, with the first line that they stand in. */
export function proseOf(
  files: readonly EditedFile[],
  rules: BracketRules,
): {readonly key: string; readonly text: string; readonly line: string}[] {
  const prose = new Map<string, {key: string; text: string; line: string}>();
  for (const file of files) {
    for (const {kind, text, context} of findPlaceholders(file.text, rules)) {
      const key = groupKey(text);
      if (kind === 'prose' && !prose.has(key)) prose.set(key, {key, text, line: context.text});
    }
  }
  return [...prose.values()];
}

/** Texts in brackets in a typed value, which a reader would see and which would count as not filled in. */
export function bracketsIn(value: string, rules: BracketRules): {readonly key: string; readonly text: string}[] {
  if (!value.includes('[')) return [];
  const filled = fillPlaceholders('Value: [X]', new Map([['x', value]]));
  return groupPlaceholders(findPlaceholders(filled, rules)).map(({key, text}) => ({key, text}));
}

/** The files that a commit with these values changes or creates, with their new texts. */
export function filledFiles(
  files: readonly EditedFile[],
  values: ReadonlyMap<string, string>,
  rules: BracketRules,
): {readonly path: string; readonly to: string; readonly lastCommitId: string | undefined}[] {
  return files.flatMap(({path, text, lastCommitId}) => {
    const to = fillPlaceholders(text, values, {path, rules});
    return to === text && lastCommitId !== undefined ? [] : [{path, to, lastCommitId}];
  });
}

/** Which files a commit is about, without their names, which come from the repository. */
function filesWords(paths: readonly string[]): string {
  const templates = paths.filter(path => path.startsWith('.gitlab/issue_templates/')).length;
  const hasReadme = paths.some(path => /(^|\/)(readme|_?index)(\.[^/]*)?$/i.test(path));
  const others = paths.length - templates - (hasReadme ? 1 : 0);
  const words = [
    ...(hasReadme ? [fillingTexts.commitReadme] : []),
    ...(templates > 0 ? [fillingTexts.commitTemplates(templates)] : []),
    ...(others > 0 ? [fillingTexts.commitOtherFiles(others)] : []),
  ];
  return words.length > 0 ? fillingTexts.commitList(words) : fillingTexts.commitAnyFiles;
}

/**
 * What a commit says that fills in files: fixed words and bare numbers only, since GitLab acts on references, addresses and the
 * like in a message, whoever wrote them.
 *
 * @param files those that it changes
 * @param placeholders how many are filled in
 */
export function commitMessage(
  files: readonly Pick<EditedFile, 'path' | 'lastCommitId'>[],
  placeholders: number,
): string {
  const isNew = files.length > 0 && files.every(({lastCommitId}) => lastCommitId === undefined);
  const what = filesWords(files.map(({path}) => path));
  if (placeholders > 0) return fillingTexts.commitFillInPlaceholders(what, placeholders);
  return isNew ? fillingTexts.commitAdd(what) : fillingTexts.commitFillIn(what);
}

/** What a commit says that puts another CSM into files; the same holds for it. */
export function handoverMessage(files: readonly Pick<EditedFile, 'path'>[]): string {
  return fillingTexts.commitHandover(filesWords(files.map(({path}) => path)));
}
