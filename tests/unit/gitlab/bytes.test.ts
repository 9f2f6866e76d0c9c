import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {base64OfText, bytesOfBase64, latin1OfBytes, textOfBytes} from '../../../src/gitlab/bytes.ts';

describe('bytes and texts', () => {
  it('come back as they went, byte order mark and line ends included', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), text => {
        const whole = `\ufeff${text}\r\n`;
        expect(textOfBytes(bytesOfBase64(base64OfText(whole)))).toBe(whole);
      }),
    );
  });

  it('a megabyte is no matter', () => {
    const text = 'ä'.repeat(1_000_000);
    expect(textOfBytes(bytesOfBase64(base64OfText(text)))).toBe(text);
  });

  it('bytes that are not UTF-8 are no text', () => {
    expect(textOfBytes(new Uint8Array([0x5b, 0xff, 0x5d]))).toBeUndefined();
  });

  it.each([
    [[0x43, 0x61, 0x66, 0xe9, 0x0a], 'Café\n'],
    [[0x09, 0x0d, 0x0a], '\t\r\n'],
    [[0x43, 0x00], undefined],
    [[0x93, 0x43], undefined],
    [[0x7f], undefined],
  ])('%j as ISO 8859-1: %j', (bytes, text) => expect(latin1OfBytes(new Uint8Array(bytes))).toBe(text));
});
