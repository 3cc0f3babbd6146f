import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { QuarantineCode, QuarantineReason } from '../domain/ledger.ts';
import type { ReceivedLine } from './delivery-event.ts';
import { MAX_DEPTH } from './limits.ts';
import { parseEntry } from './parse-entry.ts';
import { UnreadableFile } from './unreadable-file.ts';
import { ENTRY_SHAPE } from './wire-shape.ts';
import { XmlMessage } from './xml-message.ts';

const ROOT = 'levering';
const MESSAGE = 'bericht';

/** The parser holds a text until its end. One that is this many times the longest message is no delivery. */
const LONGEST_TOKEN_FACTOR = 16;

/** Elements inside one another, anywhere. The parser takes longer for each the deeper it stands. Chosen, far off. */
const DEEPEST_ELEMENT = 1_000;

/** What one piece of text completed. `root` has the attributes of `levering`, or null when the root is another. */
export type XmlPart =
  | { readonly kind: 'root'; readonly attributes: Readonly<Record<string, string>> | null }
  | { readonly kind: 'line'; readonly received: ReceivedLine }
  /** An element beside the messages, which the contract does not know. */
  | { readonly kind: 'unknown' };

function ownAttributes(tag: SaxesTagNS): Record<string, string> {
  const own = Object.values(tag.attributes).filter(({ prefix }) => prefix === '');
  return Object.fromEntries(own.map(({ local, value }) => [local, value]));
}

function received(line: number, message: XmlMessage, fault: QuarantineCode | null): ReceivedLine {
  const bytes = Buffer.from(JSON.stringify(message.value));
  if (fault !== null) {
    return { kind: 'quarantined', line, messageId: null, reasons: [{ code: fault, field: null }], bytes };
  }
  const duplicates = message.duplicates.map((field): QuarantineReason => ({ code: 'DUPLICATE_KEY', field }));
  return { ...parseEntry(message.value, duplicates), line, bytes };
}

/** Makes messages of XML text, piece by piece. Namespaces are read over; DTDs, and so entities of one's own, refused. */
export class XmlDeliveryParser {
  readonly #saxes = new SaxesParser({ xmlns: true, position: true });
  readonly #maxLength: number;
  #parts: XmlPart[] = [];
  #depth = 0;
  #lines = 0;
  #message: XmlMessage | null = null;
  #fault: QuarantineCode | null = null;
  /** Positions in characters: of the message's start tag and of the last tag. */
  #messageStart = 0;
  #lastTag = 0;

  constructor(maxLength: number) {
    this.#maxLength = maxLength;
    this.#saxes.on('error', (cause) => {
      throw new UnreadableFile('xml', { line: this.#saxes.line }, { cause });
    });
    this.#saxes.on('doctype', () => {
      throw new UnreadableFile('xml_dtd', { line: this.#saxes.line });
    });
    this.#saxes.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) throw new UnreadableFile('encoding', { line: 1 });
    });
    this.#saxes.on('opentag', (tag) => this.#open(tag));
    this.#saxes.on('closetag', () => this.#close());
    this.#saxes.on('text', (text) => this.#text(text));
    this.#saxes.on('cdata', (text) => this.#text(text));
  }

  /** @throws UnreadableFile when the text is not well-formed, has a DTD, goes too deep, or one token of it never ends. */
  write(text: string): readonly XmlPart[] {
    this.#saxes.write(text);
    if (this.#saxes.position - this.#lastTag > this.#maxLength * LONGEST_TOKEN_FACTOR) {
      throw new UnreadableFile('too_large', { line: this.#saxes.line });
    }
    return this.#take();
  }

  /** @throws UnreadableFile when the document is not at its end. */
  end(): readonly XmlPart[] {
    this.#saxes.close();
    return this.#take();
  }

  #take(): readonly XmlPart[] {
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  #open(tag: SaxesTagNS): void {
    this.#lastTag = this.#saxes.position;
    this.#depth++;
    if (this.#depth > DEEPEST_ELEMENT) throw new UnreadableFile('xml', { line: this.#saxes.line });
    if (this.#depth === 1) {
      this.#parts.push({ kind: 'root', attributes: tag.local === ROOT ? ownAttributes(tag) : null });
    } else if (this.#depth === 2 && tag.local === MESSAGE) {
      this.#message = new XmlMessage(ENTRY_SHAPE);
      this.#fault = null;
      this.#messageStart = this.#saxes.position;
    } else if (this.#depth === 2) {
      this.#parts.push({ kind: 'unknown' });
    } else if (this.#message !== null && this.#isReadable(this.#message)) {
      this.#message.open(tag.local, Object.keys(ownAttributes(tag)));
    }
  }

  #close(): void {
    this.#lastTag = this.#saxes.position;
    this.#depth--;
    const message = this.#message;
    if (message === null) return;
    if (this.#depth > 1) {
      if (this.#isReadable(message)) message.close();
      return;
    }
    const fault = this.#fault ?? (message.isMixed ? 'UNREADABLE' : null);
    this.#parts.push({ kind: 'line', received: received(++this.#lines, message, fault) });
    this.#message = null;
  }

  #text(text: string): void {
    if (this.#message !== null && this.#isReadable(this.#message)) this.#message.text(text);
  }

  /** Once a message is too long or too deep nothing more of it is kept; it is still read to its end. */
  #isReadable(message: XmlMessage): boolean {
    if (this.#fault === null) {
      if (this.#saxes.position - this.#messageStart > this.#maxLength) this.#fault = 'TOO_LONG';
      else if (message.depth > MAX_DEPTH) this.#fault = 'UNREADABLE';
    }
    return this.#fault === null;
  }
}
