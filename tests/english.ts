import {parseSync} from 'vite';
import {firstTexts, type LaterTexts} from '../src/texts/stored.ts';

/** A text in English that stands in code. */
interface English {
  readonly line: number;
  readonly text: string;
}

const laterRooms: readonly (keyof LaterTexts)[] = ['apply', 'flows', 'typed'];

/**
 * Where a string stands:
 * - `child`: in JSX, where all is shown
 * - `named`: under a name of something that is shown
 * - `value`: what a field, a variable, an attribute or a function has
 * - `code`: anywhere else, as in a comparison
 */
type Place = 'child' | 'named' | 'value' | 'code';

type Node = {readonly type: string; readonly start: number} & Readonly<Record<string, unknown>>;

/** Attributes and fields whose value people see. */
const shown: ReadonlySet<string> = new Set(['label', 'title', 'aria-label', 'placeholder', 'alt']);
/** Those that hold no text of ours: classes, what draws, and what the handbook says. */
const noText: ReadonlySet<string> = new Set(['class', 'd', 'viewBox', 'transform', 'points', 'handbook']);
/** What a programmer reads, not a person. */
const programming: ReadonlySet<string> = new Set(['Error', 'TypeError', 'RangeError', 'RegExp']);
/** Functions that are given selectors. */
const selecting: ReadonlySet<string> = new Set(['querySelector', 'querySelectorAll', 'closest', 'matches']);
/** TypeScript's wrappers around an expression; all else of it is types. */
const wrappers: ReadonlySet<string> = new Set(['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression']);
const imports: ReadonlySet<string> = new Set(['ImportDeclaration', 'ExportAllDeclaration', 'ImportExpression']);

/** Two words with a blank between them. A value in a template, `{}`, counts as a word. */
const phrase = /[\p{L}\p{N}}][^\s\p{L}]*\s+[^\s\p{L}]*[\p{L}{]/u;
/** One word that begins and ends as a sentence does. */
const shortSentence = /^\p{Lu}\p{Ll}+[.!?…]$/u;
const capitalized = /^\p{Lu}\p{Ll}+$/u;

/** What reads as words and is for a machine. */
const forMachines: readonly RegExp[] = [
  // The id of a text.
  new RegExp(`^(?:${[...Object.keys(firstTexts), ...laterRooms].join('|')})\\.\\S`),
  // GraphQL, the outline of a picture, a part of a pattern, and a rule of CSS.
  /^(?:query|mutation)\b[^{]*\{/,
  /^m-?\d[\s\d.,mlhvcsqtaz-]*$/i,
  /\(\?[:=!<]/,
  /;\s*\}$/,
];

function isEnglish(text: string, place: Place): boolean {
  const own = text.replaceAll('{}', '').replace(/&\w+;/g, '');
  if (!/\p{L}/u.test(own) || forMachines.some(pattern => pattern.test(text))) return false;
  if (place === 'child' || phrase.test(text) || shortSentence.test(text)) return true;
  return place === 'named' ? /^\P{L}*\p{Lu}/u.test(own) : place === 'value' && capitalized.test(own.trim());
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function isString(value: unknown): boolean {
  return isNode(value) && (value.type === 'Literal' || value.type === 'TemplateLiteral');
}

/** The name that an expression, an attribute or a key ends with. */
export function nameOf(node: unknown): string {
  if (!isNode(node)) return '';
  return isNode(node.property) ? nameOf(node.property) : String(node.name ?? node.value ?? '');
}

/** What is in a node, each with the place where it stands. */
function partsOf(node: Node, place: Place): readonly (readonly [unknown, Place])[] {
  const {type} = node;
  switch (type) {
    case 'JSXElement':
    case 'JSXFragment':
      return [
        [node.openingElement, 'code'],
        [node.children, 'child'],
      ];
    case 'JSXAttribute':
    case 'Property': {
      const name = node.computed ? '' : nameOf(node.type === 'Property' ? node.key : node.name);
      return noText.has(name) ? [] : [[node.value, shown.has(name) ? 'named' : 'value']];
    }
    case 'VariableDeclarator':
      return [[node.init, 'value']];
    case 'AssignmentExpression':
      return [[node.right, 'value']];
    case 'ReturnStatement':
      return [[node.argument, 'value']];
    case 'ArrowFunctionExpression':
      return [
        [node.params, 'code'],
        [node.body, place === 'named' ? place : 'value'],
      ];
    case 'ConditionalExpression':
      return [
        [node.test, 'code'],
        [[node.consequent, node.alternate], place],
      ];
    case 'LogicalExpression':
      return [
        [node.left, node.operator === '&&' ? 'code' : place],
        [node.right, place],
      ];
    case 'BinaryExpression':
      return [[[node.left, node.right], node.operator === '+' ? place : 'code']];
    case 'TemplateLiteral':
      return [[node.expressions, place]];
    case 'MemberExpression':
      // A key, and a list of words that is split.
      return [
        [isString(node.object) && nameOf(node) === 'split' ? undefined : node.object, 'code'],
        [isString(node.property) ? undefined : node.property, 'code'],
      ];
    case 'CallExpression':
      return [
        [node.callee, 'code'],
        [selecting.has(nameOf(node.callee)) ? undefined : node.arguments, 'code'],
      ];
    case 'NewExpression':
      return programming.has(nameOf(node.callee)) ? [] : [[node.arguments, 'code']];
    case 'TaggedTemplateExpression':
      return nameOf(node.tag) === 'raw' ? [] : [[node.quasi, place]];
    case 'ExpressionStatement':
      return typeof node.directive === 'string' ? [] : [[node.expression, 'code']];
    default: {
      const stays = wrappers.has(type) || type === 'JSXExpressionContainer';
      return Object.values(node).map(value => [value, stays ? place : 'code'] as const);
    }
  }
}

/** What a node says by itself. */
export function textOf(node: Node): string | undefined {
  switch (node.type) {
    case 'Literal':
    case 'JSXText':
      return typeof node.value === 'string' ? node.value : undefined;
    case 'TemplateLiteral': {
      const parts = node.quasis as readonly {readonly value: {readonly raw: string}}[];
      return parts.map(({value}) => value.raw).join('{}');
    }
    default:
      return undefined;
  }
}

/**
 * The strings of a file of TypeScript that read as English.
 *
 * @param file its name, which tells whether there is JSX in it
 */
export function englishIn(file: string, source: string): readonly English[] {
  const {program, errors} = parseSync(file, source, {preserveParens: false});
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: English[] = [];
  const look = (value: unknown, place: Place): void => {
    if (Array.isArray(value)) for (const item of value) look(item, place);
    if (!isNode(value) || imports.has(value.type)) return;
    if (value.type.startsWith('TS') && !wrappers.has(value.type)) return;
    const text = textOf(value)?.replace(/\s+/g, ' ').trim();
    if (text !== undefined && isEnglish(text, place)) {
      found.push({line: source.slice(0, value.start).split('\n').length, text});
    }
    for (const [part, where] of partsOf(value, place)) look(part, where);
  };
  look(program, 'code');
  return found;
}
