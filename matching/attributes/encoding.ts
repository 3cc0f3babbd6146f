/**
 * Windows-1252 code points of the bytes 0x80–0x9F, in byte order; 0 where the byte is undefined there.
 * Source: WHATWG Encoding Standard, index windows-1252 (undefined bytes pass through as C1 controls).
 */
const CP1252_HIGH = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];
const BYTE_OF = new Map(
  CP1252_HIGH.map((point, index) => [point, 0x80 + index] as const).filter(([point]) => point > 0),
);

/** The CP437 characters of the bytes 0x80–0xFF, in byte order (source: Unicode mapping table CP437.TXT). */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const CP437_BYTE = new Map(
  [...CP437].map((character, index) => [character.codePointAt(0) ?? 0, 0x80 + index] as const),
);

const MAYBE_CP1252 = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/;
const MAYBE_CP437 = /[├─┼╞╟ß][\u00a0-\u00ff\u0192\u0370-\u03ff\u207f-\u25ff]/;

const decoder = new TextDecoder('utf-8', { fatal: false });

function bytesOf(text: string, byteOf: ReadonlyMap<number, number>, latin: boolean): Uint8Array | null {
  const bytes = new Uint8Array(text.length * 2);
  let size = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const byte = byteOf.get(point) ?? (point < 0x80 || (latin && point < 0x100) ? point : -1);
    if (byte < 0) return null;
    bytes[size++] = byte;
  }
  return bytes.subarray(0, size);
}

/** A letter of two or three bytes of which one was lost on the way: nobody can say which letter it was. */
const BROKEN_LETTER = /[\u00e0-\u00ef](?:[^\0-\u007f]\ufffd|\ufffd[^\0-\u007f]?)|[\u00c2-\u00df]\ufffd/gu;

/** Some texts were misread twice, on the way from one system to the next. */
const MOST_MISREADINGS = 3;

function repairPiece(text: string): string {
  let repaired = text;
  for (let misreading = 0; misreading < MOST_MISREADINGS; misreading += 1) {
    const before = repaired;
    repaired = repairOnce(before);
    if (repaired === before) break;
  }
  return repaired;
}

function repairOnce(text: string): string {
  if (MAYBE_CP1252.test(text)) {
    const bytes = bytesOf(text, BYTE_OF, true);
    if (bytes !== null) return decoder.decode(bytes);
  }
  if (MAYBE_CP437.test(text)) {
    const bytes = bytesOf(text, CP437_BYTE, false);
    if (bytes !== null) return decoder.decode(bytes);
  }
  return text;
}

const REFERENCE = /&#(\d{1,6}|x[\da-f]{1,5});/gi;
const NAMED_REFERENCE = /&([a-z]{1,2})(?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron|breve|lig);/gi;

/** Letters written as HTML character references (`&#233;`, `&eacute;`); of a named one the plain letter remains. */
function withoutReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(REFERENCE, (reference, digits: string) => {
      const point = Number(/^x/i.test(digits) ? `0${digits}` : digits);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : reference;
    })
    .replace(NAMED_REFERENCE, '$1');
}

/**
 * Undoes UTF-8 that was read as Windows-1252, Latin-1 or CP437 ("JosÃ©", "Jos├⌐"). A letter of which a byte got lost
 * becomes U+FFFD, which later compares as "any letter". Text that does not look damaged comes back as it was, so a real
 * "Ã" in a Portuguese name survives: it is not followed by a continuation byte. Character references become letters.
 */
export function repairEncoding(written: string): string {
  const text = withoutReferences(written);
  if (!text.includes('\ufffd')) return repairPiece(text);
  return text.replace(BROKEN_LETTER, '\ufffd').split('\ufffd').map(repairPiece).join('\ufffd');
}
