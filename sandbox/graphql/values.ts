import {GraphQLError} from 'graphql';
import type {User, World} from '../world.ts';

/** Who asks, and of which state of things. */
export interface Viewer {
  readonly world: World;
  /** Undefined for an anonymous request. */
  readonly user: User | undefined;
}

export const globalId = (kind: string, id: number) => `gid://gitlab/${kind}/${id}`;

/** A time as GraphQL gives it: unlike REST, without fractions of a second. Dates stay dates. */
export const time = (moment: string | null) => moment?.replace(/\.\d+Z$/, 'Z') ?? null;

/** GitLab's refusal of one field, which comes back as null with this error. */
export const refused = () =>
  new GraphQLError(
    "The resource that you are attempting to access does not exist or you don't have permission to perform this action",
  );

const accessLevels: Readonly<Record<number, string>> = {
  0: 'NO_ACCESS',
  5: 'MINIMAL_ACCESS',
  10: 'GUEST',
  15: 'PLANNER',
  20: 'REPORTER',
  25: 'SECURITY_MANAGER',
  30: 'DEVELOPER',
  40: 'MAINTAINER',
  50: 'OWNER',
};

export const accessLevelNode = (level: number) => ({integerValue: level, stringValue: accessLevels[level] ?? null});
