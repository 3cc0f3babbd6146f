import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newKeyFile, parseKeyFile } from '../../src/privacy/key-material.ts';
import { createKeyring } from '../../src/privacy/keyring.ts';

const keyFile = newKeyFile();
const keyring = createKeyring(parseKeyFile(keyFile));
const PLACE = 'lines:1:content';

/** The same installation after a rotation: a second sealing key, the first one still there. */
function rotated(text: string): string {
  const file = JSON.parse(text);
  return JSON.stringify({
    ...file,
    current: 2,
    keys: [...file.keys, { id: 2, secret: JSON.parse(newKeyFile()).hashSecret }],
  });
}

describe('a sealed payload', () => {
  test('opens as what was sealed, text or bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, place) => {
        expect(keyring.open(keyring.seal(text, place), place).toString()).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(new Uint8Array(keyring.open(keyring.seal(bytes, PLACE), PLACE))).toEqual(bytes);
      }),
    );
  });

  test('never looks the same twice, not for thousands of times', () => {
    const sealed = Array.from({ length: 2_000 }, () => Buffer.from(keyring.seal('Jansen', PLACE)).toString('hex'));
    expect(new Set(sealed).size).toBe(sealed.length);
    expect(new Set(sealed.map((hex) => hex.slice(8, 32))).size).toBe(sealed.length);
  });

  test('does not open when any bit of it was changed', () => {
    const sealed = keyring.seal('Jansen', PLACE);
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Uint8Array.from(sealed, (byte, at) => (at === index ? byte ^ 1 : byte));
      expect(() => keyring.open(changed, PLACE)).toThrow(expect.objectContaining({ code: 'KEYS_WRONG' }));
    }
  });

  test('does not open when it was cut off, anywhere', () => {
    const sealed = keyring.seal('Jansen', PLACE);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => keyring.open(sealed.subarray(0, length), PLACE)).toThrow('KEYS_WRONG');
    }
  });

  test('does not open in another place', () => {
    expect(() => keyring.open(keyring.seal('Jansen', PLACE), 'lines:2:content')).toThrow('KEYS_WRONG');
  });

  test('does not open with the keys of another installation', () => {
    const other = createKeyring(parseKeyFile(newKeyFile()));
    expect(() => other.open(keyring.seal('Jansen', PLACE), PLACE)).toThrow('KEYS_WRONG');
  });

  test('says nothing of what it holds when it does not open', () => {
    const failure = (() => {
      try {
        return keyring.open(keyring.seal('Jansen', PLACE), 'elsewhere');
      } catch (error) {
        return `${error} ${JSON.stringify(error)}`;
      }
    })();
    expect(failure).not.toContain('Jansen');
  });
});

describe('after a rotation', () => {
  const later = createKeyring(parseKeyFile(rotated(keyFile)));

  test('what the old key sealed still opens', () => {
    expect(later.open(keyring.seal('Jansen', PLACE), PLACE).toString()).toBe('Jansen');
  });

  test('the new key seals, and the old keyring cannot open that', () => {
    const sealed = later.seal('Jansen', PLACE);
    expect(Buffer.from(sealed).readUInt32BE(0)).toBe(2);
    expect(() => keyring.open(sealed, PLACE)).toThrow('KEYS_WRONG');
  });

  test('hashes are what they were', () => {
    expect(later.hash('person', 'Jansen')).toBe(keyring.hash('person', 'Jansen'));
  });
});

describe('a keyed hash', () => {
  test('is the same for the same text, in text or bytes, and 43 characters', () => {
    expect(keyring.hash('content', 'é')).toBe(keyring.hash('content', Buffer.from('é')));
    expect(keyring.hash('content', 'é')).toMatch(/^[\w-]{43}$/);
  });

  test('differs by use, by text and by installation', () => {
    const other = createKeyring(parseKeyFile(newKeyFile()));
    const hashes = [
      keyring.hash('person', '999990019'),
      keyring.hash('personnel_number', '999990019'),
      keyring.hash('person', '999990020'),
      other.hash('person', '999990019'),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('is the one that other software would compute (RFC 5869, RFC 2104)', () => {
    const zeros = Buffer.alloc(32).toString('base64');
    const text = JSON.stringify({ format: 1, current: 1, keys: [{ id: 1, secret: zeros }], hashSecret: zeros });
    // python3: hmac.digest(hkdf(b'\0'*32, info=b'screening hash person', 32), b'Jansen', 'sha256')
    expect(createKeyring(parseKeyFile(text)).hash('person', 'Jansen')).toBe(
      'l2-bvd_YOKCMC2XE5UWbEKnvGbMLsLEaZpjclv5FITQ',
    );
  });
});
