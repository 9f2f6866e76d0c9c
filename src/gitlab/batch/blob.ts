import * as v from 'valibot';

/** How many bytes a file has: GitLab's BigInt is a text. */
export const blobSize = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number));

/**
 * A file's bytes by the text that GraphQL tells; undefined where they cannot be told by it. A text that GitLab had to convert has
 * another size than the file: REST gives a file's bytes.
 *
 * @param size of the file, in bytes
 */
export function bytesOfText(
  text: string | null | undefined,
  size: number | undefined,
): Uint8Array<ArrayBuffer> | undefined {
  if (text == null) return undefined;
  const bytes = new TextEncoder().encode(text);
  return bytes.length === size ? bytes : undefined;
}
