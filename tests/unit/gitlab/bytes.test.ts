import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {base64OfText, bytesOfBase64, textOfBytes} from '../../../src/gitlab/bytes.ts';

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
});
