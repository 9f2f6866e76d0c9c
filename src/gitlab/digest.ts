import {sha256} from '@noble/hashes/sha2.js';
import {bytesToHex} from '@noble/hashes/utils.js';
import {bytesOfBase64} from './bytes.ts';

/** SHA-256 of a file that is given as base64, in hexadecimal digits; undefined for none. */
export function digestOf(base64: string | undefined): string | undefined {
  return base64 === undefined ? undefined : bytesToHex(sha256(bytesOfBase64(base64)));
}
