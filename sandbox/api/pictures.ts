import type {Picture} from '../world.ts';
import {invalid} from './answer.ts';

/** GitLab's limit for pictures, in bytes. */
const most = 204_800;
const extensions = ['png', 'jpg', 'jpeg', 'gif', 'bmp', 'tiff', 'ico', 'webp'];
const types = ['image/png', 'image/jpeg', 'image/gif', 'image/bmp', 'image/tiff', 'image/vnd.microsoft.icon'];

/** What a file's first bytes say it is, as far as GitLab takes it for a picture: not WebP, although its texts name that (`avatar_uploader.rb`). */
export function pictureType(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (start.startsWith('\x89PNG')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('GIF8')) return 'image/gif';
  if (start.startsWith('BM')) return 'image/bmp';
  if (/^(II\*\0|MM\0\*)/.test(start)) return 'image/tiff';
  if (start.startsWith('\0\0\x01\0')) return 'image/vnd.microsoft.icon';
  return undefined;
}

/** The uploaded picture; null for an empty value, which takes the picture away. @throws Refusal as GitLab's validation does */
export async function pictureOf(value: unknown): Promise<Picture | null> {
  if (!(value instanceof File)) return null;
  const bytes = new Uint8Array(await value.arrayBuffer());
  const unsupported = (formats: readonly string[]) =>
    invalid({
      avatar: [
        `file format is not supported. Please try one of the following supported formats: ${formats.join(', ')}`,
      ],
    });
  if (!extensions.includes(value.name.split('.').at(-1)?.toLowerCase() ?? '')) throw unsupported(extensions);
  if (pictureType(bytes) === undefined) throw unsupported(types);
  if (bytes.length > most) throw invalid({avatar: ['is too big (should be at most 200 KiB)']});
  return {name: value.name, bytes};
}
