import { screenPerson } from '../matching/screen.ts';
import type { DeliveryKey, InquiryId, RegisterVersion, SubjectId } from '../src/domain/ids.ts';
import type { PersonIdentity } from '../src/domain/person.ts';
import { factsOf, type Guest, type RegisterState } from './register-state.ts';
import type { Compared, MatchScope, SubjectFacts } from './screen/comparison.ts';

/** The delivery whose persons are to be compared. */
export interface ForDelivery {
  readonly deliveryKey: DeliveryKey;
  /** At its finalisation. */
  readonly registerVersion: RegisterVersion;
}

/**
 * The partners that an inquiry lets be compared with this delivery. Who came, or came anew, after it was finalised
 * waits for the next, so that the one comparison is with a whole delivery.
 */
function admitted({ law, feedMode, guests }: RegisterState, delivery: ForDelivery | null): readonly Guest[] {
  if (delivery === null) return [];
  const { deliveryKey, registerVersion } = delivery;
  return [...guests.values()].filter(
    ({ subject, asked }) =>
      subject.registerVersion <= registerVersion &&
      law.gate({ ...asked, permission: 'match', feedMode, deliveryKey }).kind === 'allowed',
  );
}

/** Guests are in the index for as long as it takes to compare one person: the next chunk may be of another delivery. */
function compareWith(
  { index, refused }: RegisterState,
  guests: readonly Guest[],
  person: PersonIdentity,
  priorPerEntry: number,
): Compared {
  for (const { subject } of guests) index.put(subject);
  try {
    if (index.size === 0) return { hits: [], refused: [...refused] };
    return { hits: screenPerson(index, person, { priorPerEntry }), refused: [] };
  } finally {
    for (const { subject } of guests) index.remove(subject.subjectId);
  }
}

/** A partner that is not compared now keeps the tasks that its investigator may still see. */
function factsOfGuest({ law }: RegisterState, guest: Guest, compared: boolean): SubjectFacts | null {
  const viewer = guest.asked.inquiry?.investigator;
  if (viewer === undefined || viewer === null) return null;
  const verdict = law.gate({ ...guest.asked, permission: 'show', viewer, fact: null });
  return verdict.kind === 'allowed' ? factsOf(guest.subject, compared) : null;
}

/** The register as one delivery may be compared with it. */
export function scopeOf(
  state: RegisterState,
  delivery: ForDelivery | null,
  { modelVersion, priorPerEntry }: { readonly modelVersion: string; readonly priorPerEntry: number },
): MatchScope {
  const guests = admitted(state, delivery);
  const subject = (subjectId: SubjectId): SubjectFacts | null => {
    const guest = state.guests.get(subjectId);
    return guest === undefined
      ? (state.inScope.get(subjectId) ?? null)
      : factsOfGuest(state, guest, guests.includes(guest));
  };
  return {
    ...{ registerVersion: state.registerVersion, modelVersion, today: state.law.today, subject },
    compare: (person) => compareWith(state, guests, person, priorPerEntry),
    inquiries: [
      ...new Set(guests.flatMap(({ asked }): InquiryId[] => (asked.inquiry === null ? [] : [asked.inquiry.inquiryId]))),
    ],
  };
}
