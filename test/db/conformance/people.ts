import type { CaseContent, Fact } from '../../../src/domain/case.ts';
import type { DeliveryHeader } from '../../../src/domain/delivery.ts';
import type { RetractionEntry, SnapshotEntry } from '../../../src/domain/entry.ts';
import type { Hit } from '../../../src/domain/hit.ts';
import {
  asEpochMs,
  asId,
  type CaseNumber,
  type DeliveryId,
  type MessageId,
  type PersonnelNumber,
  type SubjectId,
} from '../../../src/domain/ids.ts';
import type { PersonIdentity } from '../../../src/domain/person.ts';
import type { Rating, RatingLevel } from '../../../src/domain/rating.ts';
import type { RegisterRow } from '../../../src/domain/subject.ts';
import { MORNING } from './bench.ts';

export function person(surname: string, overrides: Partial<PersonIdentity> = {}): PersonIdentity {
  return {
    bsn: null,
    givenNames: 'Johanna Maria',
    initials: 'J.M.',
    particle: 'van',
    surname,
    birthDate: { year: 1984, month: 3, day: null },
    birthPlace: 'Utrecht',
    birthCountry: 'Nederland',
    sex: 'F',
    aliases: [],
    ...overrides,
  };
}

export function registerRow(personnelNumber: string, overrides: Partial<RegisterRow> = {}): RegisterRow {
  const identity = { ...person(`Achternaam${personnelNumber}`), callName: 'Jo' };
  return {
    personnelNumber: asId<PersonnelNumber>(personnelNumber),
    kind: 'officer',
    identity: { ...identity, partnerParticle: '', partnerSurname: '', nameUse: 'own' },
    organisation: 'main',
    unit: 'Unit 1',
    position: '',
    functionClass: 'standard',
    regime: 'BO',
    inServiceFrom: null,
    inServiceUntil: null,
    partnerLink: null,
    ...overrides,
  };
}

export function fact(factNumber: number, qualification = 'schending van het ambtsgeheim'): Fact {
  return {
    factNumber,
    provisions: [{ law: 'Sr', article: '272', paragraph: '1', subparagraph: '' }],
    qualification,
    classification: null,
    actDate: { year: 2026, month: 2, day: 11 },
    actDateUntil: null,
    decisions: [],
    detention: [],
  };
}

export const caseNumber = (name: string): CaseNumber => asId<CaseNumber>(`16-${name}-26`);

/** Message `name` about case `about`, `minute` minutes into the day; later minutes are newer. */
export function entry(name: string, about = name, minute = 0, overrides: Partial<SnapshotEntry> = {}): SnapshotEntry {
  const content: CaseContent = { caseNumber: caseNumber(about), facts: [fact(1)] };
  return {
    kind: 'new',
    messageId: asId<MessageId>(`JDS-${name}`),
    occurredAt: asEpochMs(MORNING + minute * 60_000),
    person: person('Verdachte'),
    case: content,
    ...overrides,
  };
}

export function retraction(
  name: string,
  about: string,
  minute: number,
  factNumbers: readonly number[] | null = null,
): RetractionEntry {
  const { messageId, occurredAt } = entry(name, about, minute);
  return { kind: 'retraction', messageId, occurredAt, caseNumber: caseNumber(about), factNumbers };
}

export function header(name: string, entryCount: number, sequenceNumber = 1): DeliveryHeader {
  return {
    deliveryId: asId<DeliveryId>(name),
    sender: 'JDS',
    sequenceNumber,
    createdAt: MORNING,
    entryCount,
    sha256: `checksum of ${name}`,
  };
}

export function rating(level: RatingLevel): Rating {
  return { level, ruleId: 'T1-D1-F0', reasons: [{ code: 'TIER', params: { tier: 'T1' } }], policyVersion: '1' };
}

export function hit(subjectId: SubjectId, overrides: Partial<Hit> = {}): Hit {
  return {
    subjectId,
    subjectVersion: 1,
    probability: 0.97,
    band: 'strong',
    bsnState: 'absent',
    evidence: {
      modelVersion: '1',
      priorMilliBits: -26_000,
      registerSize: 2,
      terms: [{ attribute: 'surname', level: 'exact', weightMilliBits: 31_000 }],
      blockingRule: 'birth_date',
      expectedChancePer10k: 0.1,
    },
    ...overrides,
  };
}
