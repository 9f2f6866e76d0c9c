import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  typeFromAST,
} from 'graphql';

/** An operation that is about to run. */
export interface Subject {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Fields that call Gitaly, and cost one more for it. */
const callsGitaly: ReadonlySet<string> = new Set([
  'Project.avatarUrl',
  'Repository.blobs',
  'Repository.empty',
  'Repository.exists',
  'Repository.rootRef',
  'Repository.tree',
  'RepositoryBlob.lfsOid',
  'Tree.blobs',
]);

/** What a field costs by itself, whatever it calls. */
const constant: ReadonlyMap<string, number> = new Map([['Tree.lastCommit', 10]]);

/** Connections whose cost grows with the page, which a tree's does not, and what each costs beside that. */
const growing: ReadonlyMap<string, number | 'one for each path'> = new Map<string, number | 'one for each path'>([
  ['Query.projects', 0],
  ['Query.users', 0],
  ['Group.groupMembers', 0],
  ['Group.projects', 10],
  ['Group.sharedGroups', 0],
  ['Namespace.projects', 10],
  ['Group.labels', 0],
  ['Project.labels', 0],
  ['Project.projectMembers', 0],
  ['Repository.blobs', 'one for each path'],
]);

const maximumPage = 100;

function definitionOf(
  {schema}: Subject,
  type: GraphQLCompositeType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  const meta = [TypeNameMetaFieldDef, SchemaMetaFieldDef, TypeMetaFieldDef].find(field => field.name === name);
  if (meta && (meta === TypeNameMetaFieldDef || type === schema.getQueryType())) return meta;
  return 'getFields' in type ? type.getFields()[name] : undefined;
}

function isLeftOut(node: Parameters<typeof getDirectiveValues>[1], {variables}: Subject): boolean {
  return (
    getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if === false
  );
}

/** The fields that would be resolved on one type, by the name they have in the answer: what is asked for twice counts once. */
function collect(
  sets: readonly SelectionSetNode[],
  type: GraphQLObjectType,
  subject: Subject,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const applies = (condition: GraphQLCompositeType | undefined) =>
    condition === undefined ||
    condition === type ||
    (isAbstractType(condition) && subject.schema.isSubType(condition, type));
  const visit = (set: SelectionSetNode) => {
    for (const selection of set.selections) {
      if (isLeftOut(selection, subject)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? subject.fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition && typeFromAST(subject.schema, fragment.typeCondition);
      if (fragment && applies(isCompositeType(condition) ? condition : undefined)) visit(fragment.selectionSet);
    }
  };
  for (const set of sets) visit(set);
  return fields;
}

interface Measure {
  readonly complexity: number;
  readonly depth: number;
}

function measureField(nodes: readonly FieldNode[], parent: GraphQLObjectType, subject: Subject): Measure {
  const [node] = nodes;
  const field = node && definitionOf(subject, parent, node.name.value);
  if (!node || !field) return {complexity: 0, depth: 0};
  const type = getNamedType(field.type);
  const sets = nodes.flatMap(({selectionSet}) => selectionSet ?? []);
  const below = isCompositeType(type) ? measureSets(sets, type, subject) : {complexity: 0, depth: 0};
  const depth = below.depth + 1;
  const name = `${parent.name}.${field.name}`;
  const own = constant.get(name) ?? 1 + (callsGitaly.has(name) ? 1 : 0);
  const beside = growing.get(name);
  if (beside === undefined) return {complexity: below.complexity + own, depth};
  const args = getArgumentValues(field, node, subject.variables);
  const extra = typeof beside === 'number' ? beside : Array.isArray(args.paths) ? args.paths.length : 0;
  const flat = below.complexity + own + (args.sort ? 1 : 0) + (args.search ? 5 : 0) + extra;
  const sizes = [args.first, args.last, maximumPage].filter(size => typeof size === 'number');
  return {complexity: Math.trunc(flat + flat * (Math.min(...sizes) * 0.01)), depth};
}

function measureSets(sets: readonly SelectionSetNode[], type: GraphQLCompositeType, subject: Subject): Measure {
  const types = isObjectType(type) ? [type] : subject.schema.getPossibleTypes(type);
  const measures = types.map(possible => {
    const parts = [...collect(sets, possible, subject).values()].map(nodes => measureField(nodes, possible, subject));
    return {
      complexity: parts.reduce((sum, {complexity}) => sum + complexity, 0),
      depth: Math.max(0, ...parts.map(part => part.depth)),
    };
  });
  return {
    complexity: Math.max(0, ...measures.map(({complexity}) => complexity)),
    depth: Math.max(0, ...measures.map(({depth}) => depth)),
  };
}

/** How much an operation asks for, as GitLab counts it before it runs one. */
export function measure(subject: Subject): Measure {
  const root = subject.schema.getQueryType();
  return root ? measureSets([subject.operation.selectionSet], root, subject) : {complexity: 0, depth: 0};
}
