/** A file's bytes as text, or undefined where they are not UTF-8. A byte order mark stays in the text. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes that no text in ISO 8859-1 has: controls but tab, line feed, form feed and carriage return. */
const notInLatin1 = (byte: number) => (byte < 0x20 && ![9, 10, 12, 13].includes(byte)) || (byte > 0x7e && byte < 0xa0);

/** A file's bytes as a text in ISO 8859-1 (Latin-1), or undefined where they plainly are none. */
export function latin1OfBytes(bytes: Uint8Array): string | undefined {
  return bytes.some(notInLatin1) ? undefined : new TextDecoder('iso-8859-1').decode(bytes);
}

/** The bytes of a base64 text as GitLab's files API gives it. */
export function bytesOfBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), character => character.charCodeAt(0));
}

/** The text's UTF-8 bytes as base64, as GitLab's files API takes them: it keeps every byte, which its text form may not. */
export function base64OfText(text: string): string {
  return base64OfBytes(new TextEncoder().encode(text));
}

/**
 * A blob's bytes as base64. In a browser by a reader: Firefox's content scripts may not look into bytes that come from the page
 * or from an answer.
 */
export async function base64OfBlob(blob: Blob): Promise<string> {
  if (typeof FileReader === 'undefined') return base64OfBytes(new Uint8Array(await blob.arrayBuffer()));
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
  return url.slice(url.indexOf(',') + 1);
}

function base64OfBytes(bytes: Uint8Array): string {
  let binary = '';
  const step = 0x8000;
  for (let start = 0; start < bytes.length; start += step) {
    binary += String.fromCharCode(...bytes.subarray(start, start + step));
  }
  return btoa(binary);
}
