import {
  execute,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLFormattedError,
  getOperationAST,
  getVariableValues,
  Kind,
  parse,
  validate,
} from 'graphql';
import {type Answer, Refusal} from '../api/answer.ts';
import {hasCsrfToken, sessionUser, tokenOf, tokenUser} from '../api/sender.ts';
import type {User, World} from '../world.ts';
import {measure, type Subject} from './complexity.ts';
import {queryNode} from './query.ts';
import {schemaWithout} from './schema.ts';
import {rules} from './unknown-fields.ts';

/** A request as the server hands it on. */
interface GraphqlCall {
  readonly method: 'GET' | 'POST';
  readonly headers: Headers;
  readonly cookie: string | undefined;
  /** An operation, or several in an array. */
  readonly body: unknown;
}

interface Request {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

interface Prepared extends Subject {
  readonly request: Request;
  readonly complexity: number;
  readonly depth: number;
}

const limits = {
  anonymous: {complexity: 200, depth: 15},
  signedIn: {complexity: 250, depth: 20},
  characters: 10_000,
  validationErrors: 5,
};

const failed = (status: number, message: string) => new Refusal(status, {errors: [{message}]});

/** Whether an operation changes something. What cannot be read does not. */
function isMutation({query, operationName}: Request): boolean {
  try {
    return getOperationAST(parse(query), operationName)?.operation === 'mutation';
  } catch {
    return false;
  }
}

/** A token first, then the session, which needs a CSRF token for mutations only. */
function userOf(world: World, {headers, cookie, method}: GraphqlCall, requests: readonly Request[]): User | undefined {
  const token = tokenOf(headers);
  const mutates = requests.some(isMutation);
  if (mutates && method === 'GET') throw failed(422, 'Mutations are forbidden in GET requests');
  if (!token) {
    const user = sessionUser(world, cookie, headers, 'GET');
    if (user && mutates && !hasCsrfToken(world, cookie, headers))
      throw failed(422, "Can't verify CSRF token authenticity.");
    return user;
  }
  const user = tokenUser(world, token, ['api', 'read_api']);
  if (!user) throw failed(401, 'Invalid token');
  return user;
}

function variablesOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null || value === '') return {};
  if (typeof value === 'object' && !Array.isArray(value)) return {...value};
  if (typeof value === 'string') {
    try {
      return variablesOf(JSON.parse(value));
    } catch {
      throw failed(422, `Unexpected parameter: ${value}`);
    }
  }
  throw failed(422, `Unexpected parameter: ${String(value)}`);
}

function requestOf(body: unknown): Request {
  const fields: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? {...body} : {};
  return {
    query: typeof fields.query === 'string' ? fields.query : '',
    variables: variablesOf(fields.variables),
    operationName: typeof fields.operationName === 'string' ? fields.operationName : undefined,
  };
}

/** An operation with its measure, or why it cannot be run. */
function prepare(world: World, request: Request): Prepared | readonly GraphQLError[] {
  const schema = schemaWithout(world.graphql.missing);
  try {
    const document = parse(request.query);
    const errors = validate(schema, document, rules);
    if (errors.length > 0) return errors.slice(0, limits.validationErrors);
    const operation = getOperationAST(document, request.operationName);
    if (!operation) return [new GraphQLError('An operation name is required')];
    const {coerced, errors: wrong} = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables);
    if (wrong) return wrong;
    const fragments = new Map(
      document.definitions
        .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
        .map(fragment => [fragment.name.value, fragment]),
    );
    const subject = {schema, operation, fragments, variables: coerced};
    return {...subject, request, ...measure(subject)};
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

const isPrepared = (value: Prepared | readonly GraphQLError[]): value is Prepared => 'operation' in value;

const tooComplex = (complexity: number, limit: number) => ({
  message: `Query has complexity of ${complexity}, which exceeds max complexity of ${limit}`,
});

async function run(prepared: Prepared, world: World, user: User | undefined, limit: number): Promise<object> {
  const {data, errors} = await execute({
    schema: prepared.schema,
    document: {kind: Kind.DOCUMENT, definitions: [prepared.operation, ...prepared.fragments.values()]},
    rootValue: queryNode({world, user}, {score: prepared.complexity, limit}),
    variableValues: prepared.request.variables,
  });
  // What a resolver did not refuse in so many words is a mistake of the sandbox, and not to be taken for an answer.
  const mistake = errors?.find(({originalError}) => originalError && !(originalError instanceof GraphQLError));
  if (mistake) throw mistake;
  return {data, ...(errors ? {errors: errors.map(error => error.toJSON())} : {})};
}

async function answerAll(
  world: World,
  isBatch: boolean,
  requests: readonly Request[],
  user: User | undefined,
): Promise<unknown> {
  const characters = requests.reduce((sum, {query}) => sum + [...query].length, 0);
  if (characters > limits.characters) throw failed(422, 'Query too large');
  const limit = user ? limits.signedIn : limits.anonymous;
  const all = requests.map(request => prepare(world, request));
  const total = all.filter(isPrepared).reduce((sum, {complexity}) => sum + complexity, 0);
  const ofAll = isBatch && total > limit.complexity ? [tooComplex(total, limit.complexity)] : [];
  const answers = all.map(prepared => {
    const errors: GraphQLFormattedError[] = isPrepared(prepared) ? [...ofAll] : prepared.map(error => error.toJSON());
    if (!isPrepared(prepared)) return {errors: [...errors, ...ofAll]};
    if (prepared.depth > limit.depth) {
      errors.push({message: `Query has depth of ${prepared.depth}, which exceeds max depth of ${limit.depth}`});
    }
    if (prepared.complexity > limit.complexity) errors.push(tooComplex(prepared.complexity, limit.complexity));
    return errors.length > 0 ? {errors} : run(prepared, world, user, limit.complexity);
  });
  const answered = await Promise.all(answers);
  return isBatch ? answered : answered[0];
}

/** Answers a request as GitLab's GraphQL endpoint would. */
export async function answerGraphql(
  world: World,
  call: GraphqlCall,
): Promise<Answer & {readonly user: User | undefined}> {
  let user: User | undefined;
  try {
    if (!world.graphql.isOn) throw new Refusal(404, {error: '404 Not Found'});
    const isBatch = Array.isArray(call.body);
    const requests = (Array.isArray(call.body) ? call.body : [call.body]).map(requestOf);
    user = userOf(world, call, requests);
    return {status: 200, body: await answerAll(world, isBatch, requests, user), user};
  } catch (error) {
    if (error instanceof Refusal) return {...error.answer, user};
    return {...failed(500, 'Internal server error').answer, user};
  }
}
