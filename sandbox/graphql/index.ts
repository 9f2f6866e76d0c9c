import {
  type DocumentNode,
  execute,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import type {Answer} from '../api/answer.ts';
import type {User, World} from '../world.ts';
import {complexityOf} from './complexity.ts';
import {rootValue} from './resolvers.ts';
import {schemaWithout} from './schema.ts';

interface Query {
  readonly query?: unknown;
  readonly variables?: unknown;
}

const longestText = 10_000;
const limits = {anonymous: {complexity: 200, depth: 15}, signedIn: {complexity: 250, depth: 20}};

function refused(message: string): object {
  return {errors: [{message}]};
}

/** An error as GitLab writes it: for an unknown field in its own words. */
function written(error: GraphQLError): object {
  const {line = 1, column = 1} = error.locations?.[0] ?? {};
  const unknown = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message);
  if (!unknown) return {message: error.message, locations: [{line, column}], ...(error.path ? {path: error.path} : {})};
  const [, fieldName = '', typeName = ''] = unknown;
  return {
    message: `Field '${fieldName}' doesn't exist on type '${typeName}'`,
    locations: [{line, column}],
    extensions: {code: 'undefinedField', typeName, fieldName},
  };
}

function parsed(text: string): DocumentNode | object {
  try {
    return parse(text);
  } catch (error) {
    return refused(error instanceof GraphQLError ? error.message : 'syntax error');
  }
}

async function answerOne(world: World, user: User | undefined, {query, variables}: Query): Promise<object> {
  const document = parsed(String(query ?? ''));
  if (!('kind' in document)) return document;
  const schema = schemaWithout(world.graphql.missing);
  const faults = validate(schema, document);
  if (faults.length > 0) return {errors: faults.map(written)};
  const operation = document.definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  );
  if (!operation) return refused('No query string was present');
  const fragments = Object.fromEntries(
    document.definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map(node => [node.name.value, node]),
  );
  const values = typeof variables === 'object' && variables !== null ? (variables as Record<string, unknown>) : {};
  const {score, depth} = complexityOf(operation, {schema, fragments, variables: values});
  const limit = user ? limits.signedIn : limits.anonymous;
  if (score > limit.complexity) {
    return refused(`Query has complexity of ${score}, which exceeds max complexity of ${limit.complexity}`);
  }
  if (depth > limit.depth) return refused(`Query has depth of ${depth}, which exceeds max depth of ${limit.depth}`);
  const result = await execute({
    schema,
    document,
    rootValue: rootValue({world, user}, () => ({limit: limit.complexity, score})),
    variableValues: values,
  });
  return {data: result.data, ...(result.errors ? {errors: result.errors.map(written)} : {})};
}

/** Answers a request to GitLab's GraphQL endpoint: one query, or a list of them as a batch. */
export async function answerGraphql(world: World, user: User | undefined, body: unknown): Promise<Answer> {
  if (!world.graphql.isOn) return {status: 404, body: {error: '404 Not Found'}};
  const queries: readonly Query[] = Array.isArray(body)
    ? body
    : [typeof body === 'object' && body !== null ? body : {}];
  const length = queries.reduce((sum, {query}) => sum + String(query ?? '').length, 0);
  if (length > longestText) return {status: 422, body: refused('Query too large')};
  const answers = await Promise.all(queries.map(query => answerOne(world, user, query)));
  return {status: 200, body: Array.isArray(body) ? answers : answers[0]};
}
