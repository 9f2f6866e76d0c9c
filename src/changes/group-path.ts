import {typedTexts} from '../texts/typed.ts';

/** Latin letters that Unicode does not take apart into a plain letter and its mark. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
  ŧ: 't',
  ə: 'e',
};

/** A text in lower case, its Latin letters without marks: “Ørsted” is “orsted”. What is not Latin stays as it is. */
export function plainLatin(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðþłħıŋŧə]/g, letter => letters[letter] ?? letter);
}

/** GitLab's longest path of one group or project, in characters. */
const longestPath = 255;

/** Words that end a project's path in GitLab's addresses: no group or project is called so. Source: GitLab's `path_regex.rb`. */
const reserved = new Set(
  'badges blame blob builds commits create create_dir edit files find_file new preview raw refs tree update wikis'.split(
    ' ',
  ),
);

/** What a path gets at its end where GitLab keeps the path itself for something else. */
const ending = '-customer';

/**
 * The path that is proposed for a group or project of this name: letters without marks and digits in lower case, between them
 * single `-`, `.` or `_`. Words in other scripts are left out; '' where nothing is left that tells of the name.
 *
 * @param isTaken whether something else is known to have a path
 */
export function groupPathOf(name: string, isTaken: (path: string) => boolean = () => false): string {
  let path = '';
  let between = '';
  let isPart = false;
  for (const piece of plainLatin(name).split(/([^\p{L}\p{N}]+)/u)) {
    if (/^[a-z0-9]+$/.test(piece)) {
      path += path && (between || '-');
      path += piece;
      between = '';
    } else {
      isPart ||= /\p{L}/u.test(piece);
      between = between === '' && /^[._]$/.test(piece) ? piece : '-';
    }
  }
  // The digits of a name in another script do not tell whose they are.
  if (isPart && !/[a-z]/.test(path)) return '';
  path = path.slice(0, longestPath - ending.length).replace(/[._-]$/, '');
  while (/\.(git|atom)$/.test(path)) path = path.slice(0, path.lastIndexOf('.'));
  return path !== '' && (reserved.has(path) || isTaken(path)) ? `${path}${ending}` : path;
}

/** What is wrong with the path of a group that is there already, as a sentence; undefined where GitLab knows such paths. */
function knownPathFault(path: string): string | undefined {
  if (path === '') return typedTexts.enterGroupPath;
  if (!/^[A-Za-z0-9_.][A-Za-z0-9_.-]*$/.test(path)) return typedTexts.pathCharacters;
  if (/(\.|\.git|\.atom)$/i.test(path)) return typedTexts.pathEnd;
  if (path.length > longestPath) return typedTexts.pathTooLong(longestPath);
  if (reserved.has(path.toLowerCase())) return typedTexts.pathReserved(path);
  return undefined;
}

/**
 * What is wrong with a path for a new group, as a sentence; undefined where GitLab takes it. GitLab's own words do not name the
 * cause. Source: `oci_repository_path_regex` in GitLab's `regex.rb`; groups that were made before it can be called otherwise.
 */
function groupPathFault(path: string): string | undefined {
  const fault = knownPathFault(path);
  if (fault !== undefined) return fault;
  if (/^[._-]|[._-]$/.test(path)) return typedTexts.newPathEnds;
  const [pair] = path.match(/[._-]{2,}/) ?? [];
  return pair && typedTexts.newPathMarks(pair);
}

/** What the plan of a customer's group says of its path. */
interface PathPlan {
  readonly name: string;
  /** The path, where the user typed one. */
  readonly path?: string | undefined;
  /** Whether the group is there and the user agreed to take it. */
  readonly takesGroup?: boolean;
}

/** The path that a plan asks for: what was typed, or what is proposed for the name. */
export function pathOfPlan({name, path}: PathPlan): string {
  return path ?? groupPathOf(name);
}

/** What is wrong with the path that a plan asks for, as a sentence; undefined where nothing is. */
export function planPathFault(plan: PathPlan): string | undefined {
  const path = pathOfPlan(plan);
  if (path === '' && plan.path === undefined) return typedTexts.noPathOfName;
  return plan.takesGroup ? knownPathFault(path) : groupPathFault(path);
}
