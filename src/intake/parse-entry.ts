import type { Entry, RetractionEntry } from '../domain/entry.ts';
import { asId, type CaseNumber, type MessageId } from '../domain/ids.ts';
import type { QuarantineReason } from '../domain/ledger.ts';
import { toCase } from './case-schema.ts';
import { brokenRules } from './entry-rules.ts';
import { messageId, retractionSchema, snapshotSchema } from './entry-schema.ts';
import { MAX_REASONS } from './limits.ts';
import { toPerson } from './person-schema.ts';
import { reasonsOf } from './reasons.ts';
import { countUnknownKeys, ENTRY_SHAPE } from './wire-shape.ts';
import { RETRACTION_WORD } from './wire-words.ts';

/** A message in wire words, whatever format it came in. */
export type WireMessage = object & { readonly berichtId?: unknown; readonly soort?: unknown };

/** An entry, or every reason why it is none. */
export type ParsedEntry =
  | { readonly kind: 'entry'; readonly entry: Entry; readonly unknownKeys: number }
  | {
      readonly kind: 'quarantined';
      readonly messageId: MessageId | null;
      readonly reasons: readonly QuarantineReason[];
    };

type Checked = { readonly entry: Entry } | { readonly reasons: readonly QuarantineReason[] };

function checkRetraction(value: WireMessage): Checked {
  const parsed = retractionSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return { reasons: reasonsOf(parsed.error) };
  const { berichtId, tijdstip, zaak, feitnummers } = parsed.data;
  const entry: RetractionEntry = {
    kind: 'retraction',
    messageId: asId<MessageId>(berichtId),
    occurredAt: tijdstip,
    caseNumber: asId<CaseNumber>(zaak.parketnummer),
    factNumbers: zaak.feitnummers ?? feitnummers ?? null,
  };
  return { entry };
}

function checkSnapshot(value: WireMessage): Checked {
  const parsed = snapshotSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return { reasons: reasonsOf(parsed.error) };
  const { berichtId, soort, tijdstip, persoon, zaak } = parsed.data;
  const entry = {
    kind: soort,
    messageId: asId<MessageId>(berichtId),
    occurredAt: tijdstip,
    person: toPerson(persoon),
    case: toCase(zaak),
  };
  const reasons = brokenRules(entry).slice(0, MAX_REASONS);
  return reasons.length > 0 ? { reasons } : { entry };
}

/** The message id, where the message shows a valid one, so that operators can ask the source about it. */
function shownMessageId(value: WireMessage): MessageId | null {
  const parsed = messageId.safeParse(value.berichtId);
  return parsed.success ? asId<MessageId>(parsed.data) : null;
}

/**
 * Checks one message. All faults of single fields are reported together; rules between fields are looked at once
 * every field is right by itself.
 * @param duplicates keys that stood twice in the text, found by the adapter; any of them quarantines the message.
 */
export function parseEntry(value: WireMessage, duplicates: readonly QuarantineReason[]): ParsedEntry {
  const checked = value.soort === RETRACTION_WORD ? checkRetraction(value) : checkSnapshot(value);
  if ('entry' in checked && duplicates.length === 0) {
    return { kind: 'entry', entry: checked.entry, unknownKeys: countUnknownKeys(value, ENTRY_SHAPE) };
  }
  const reasons = 'entry' in checked ? duplicates : [...duplicates, ...checked.reasons];
  return { kind: 'quarantined', messageId: shownMessageId(value), reasons: reasons.slice(0, MAX_REASONS) };
}
