/**
 * What @lezer/markdown needs of `@lezer/highlight` where nothing is coloured: tags that nobody looks at. The whole library is
 * larger than everything else in this room.
 */
export class Tag {}

/** Any name is a tag, and tags can be called to make others. */
export const tags: unknown = new Proxy({}, {get: () => () => new Tag()});

/** Gives no node any style. */
export function styleTags(): () => null {
  return () => null;
}
