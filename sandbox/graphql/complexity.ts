import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isLeafType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';

/** Fields for which GitLab asks its repository storage, which counts one more. */
const storage: ReadonlySet<string> = new Set([
  'avatarUrl',
  'empty',
  'exists',
  'rootRef',
  'rawTextBlob',
  'blobs',
  'tree',
]);

/** Lists that count by themselves. */
const extras: Readonly<Record<string, number>> = {'Group.projects': 10};
const longestPage = 100;

interface Scene {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

function argumentsOf(field: FieldNode, {variables}: Scene): Record<string, unknown> {
  return Object.fromEntries(
    (field.arguments ?? []).map(({name, value}) => [name.value, valueFromASTUntyped(value, {...variables})]),
  );
}

function pageOf({first, last}: Record<string, unknown>): number {
  const sizes = [first, last, longestPage].filter(size => typeof size === 'number');
  return Math.min(...sizes);
}

/** How complex a selection is, by GitLab's rules, and how deep. */
function measure(
  selections: SelectionSetNode,
  type: GraphQLCompositeType,
  scene: Scene,
): {score: number; depth: number} {
  let score = 0;
  let depth = 0;
  const add = (inner: {score: number; depth: number}) => {
    score += inner.score;
    depth = Math.max(depth, inner.depth);
  };
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = scene.fragments[selection.name.value];
      if (fragment) add(measure(fragment.selectionSet, type, scene));
      continue;
    }
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      add(measure(selection.selectionSet, type, scene));
      continue;
    }
    add(measureField(selection, type, scene));
  }
  return {score, depth};
}

function measureField(field: FieldNode, type: GraphQLCompositeType, scene: Scene): {score: number; depth: number} {
  const name = field.name.value;
  const fields = 'getFields' in type ? type.getFields() : {};
  const definition = fields[name];
  const inner = definition && getNamedType(definition.type);
  const stored = storage.has(name) ? 1 : 0;
  if (inner === undefined || isLeafType(inner) || !isCompositeType(inner) || !field.selectionSet) {
    return {score: 1 + stored, depth: 1};
  }
  const below = measure(field.selectionSet, inner, scene);
  const depth = below.depth + 1;
  const args = argumentsOf(field, scene);
  const isList = definition?.args.some(({name: argument}) => argument === 'first') ?? false;
  const paths = Array.isArray(args.paths) ? args.paths.length : 0;
  const own =
    below.score +
    1 +
    stored +
    paths +
    (args.sort ? 1 : 0) +
    (args.search ? 5 : 0) +
    (extras[`${type.name}.${name}`] ?? 0);
  return {score: isList ? Math.floor(own * (1 + 0.01 * pageOf(args))) : own, depth};
}

/** The complexity and the depth of an operation. */
export function complexityOf(operation: OperationDefinitionNode, scene: Scene): {score: number; depth: number} {
  const root = scene.schema.getQueryType();
  return root ? measure(operation.selectionSet, root, scene) : {score: 0, depth: 0};
}
