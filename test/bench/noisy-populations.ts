import { NOISE_KINDS } from '../../fixtures/noise/noise-kinds.ts';
import { hashText } from '../../matching/attributes/hash.ts';
import { seededRandom } from '../../matching/evaluation/resampling.ts';
import type { TruthRow } from '../../matching/evaluation/truth.ts';
import type { PersonIdentity, SubjectIdentity } from '../../src/domain/person.ts';
import { RELATIVE_KINDS } from './relatives.ts';

/** What a benchmark's files hold, in memory. */
export interface BenchmarkPeople {
  readonly subjects: readonly (readonly [string, SubjectIdentity])[];
  readonly entries: readonly (readonly [TruthRow, PersonIdentity])[];
}

/** Entries under noise with their truth, and the register as it then is. */
export interface NoisyPopulation {
  readonly subjects: readonly (readonly [string, SubjectIdentity])[];
  readonly entries: readonly (readonly [TruthRow, PersonIdentity])[];
}

/** Which kinds of noise: those that may be looked at while tuning, or those kept back. */
export type NoiseHalf = 'open' | 'sealed';

/** Chance that an entry loses its number besides whatever else happens to it. */
const BSN_LOST = 0.45;
const TRUE_ENTRIES = 1_500;
const STRANGERS = 14_000;
const RELATIVES = 3_000;
const DAMAGED_SUBJECTS = 0.35;

/** The halves are drawn by the hash of a kind's name, so that nobody chose what to keep back. */
export function kindsOf(half: NoiseHalf): readonly string[] {
  return Object.keys(NOISE_KINDS).filter(
    (kind) => kind !== 'bsn_lost' && (hashText(kind) & 2) === (half === 'open' ? 0 : 2),
  );
}

class NoiseMaker {
  readonly random: () => number;
  readonly #kinds: readonly string[];

  constructor(half: NoiseHalf, seed: number) {
    this.random = seededRandom(seed);
    this.#kinds = kindsOf(half);
  }

  /** A number of the kinds, each once, after one another. */
  spoil<P extends PersonIdentity>(
    person: P,
    count: number,
    more: readonly string[] = [],
  ): { person: P; kinds: string[] } {
    const chosen = new Set(more);
    while (chosen.size < count + more.length)
      chosen.add(this.#kinds[Math.floor(this.random() * this.#kinds.length)] ?? 'none');
    const kinds = [...chosen];
    const spoilt = kinds.reduce<PersonIdentity>(
      (damaged, kind) => NOISE_KINDS[kind]?.(damaged, this.random) ?? damaged,
      person,
    );
    return { person: { ...person, ...spoilt }, kinds };
  }

  /** A row of the truth and its entry. */
  entry(
    id: string,
    officerId: string | null,
    person: PersonIdentity,
    count: number,
  ): readonly [TruthRow, PersonIdentity] {
    const lost = this.random() < BSN_LOST ? ['bsn_lost'] : [];
    const { person: spoilt, kinds } = this.spoil(person, count, lost);
    const bsnUsable = spoilt.bsn !== null && !kinds.some((kind) => kind.startsWith('bsn_') && kind !== 'bsn_dotted');
    return [{ entryId: id, officerId, kinds, bsnUsable, origin: 'all' }, spoilt];
  }

  withOwnBsn(person: PersonIdentity): PersonIdentity {
    return NOISE_KINDS['bsn_of_another']?.({ ...person, bsn: '0' }, this.random) ?? person;
  }

  some<T>(items: readonly T[], count: number): readonly T[] {
    return items.filter(() => this.random() < count / items.length);
  }
}

type Maker = (people: BenchmarkPeople, noise: NoiseMaker) => NoisyPopulation;

function fromRegister({ subjects, entries }: BenchmarkPeople, noise: NoiseMaker, count: () => number): NoisyPopulation {
  const strangers = entries.filter(([{ officerId }]) => officerId === null);
  return {
    subjects,
    entries: [
      ...noise.some(subjects, TRUE_ENTRIES).map(([id, person]) => noise.entry(`T${id}`, id, person, count())),
      ...noise.some(strangers, STRANGERS).map(([row, person]) => noise.entry(row.entryId, null, person, count())),
    ],
  };
}

/** Ways in which a population meets noise. */
export const POPULATIONS: Readonly<Record<string, Maker>> = {
  /** One kind each. */
  one: (people, noise) => fromRegister(people, noise, () => 1),
  /** Two to four kinds at once. */
  several: (people, noise) => fromRegister(people, noise, () => 2 + Math.floor(noise.random() * 3)),
  /** One kind on top of what the benchmark did to its entries already. */
  on_top: ({ subjects, entries }, noise) => {
    const lots = entries.filter(([{ officerId }]) => officerId !== null || noise.random() < STRANGERS / entries.length);
    return {
      subjects,
      entries: lots.map(([row, person]) => {
        const [truth, spoilt] = noise.entry(row.entryId, row.officerId, person, 1);
        return [{ ...truth, origin: row.origin, bsnUsable: truth.bsnUsable && row.bsnUsable }, spoilt];
      }),
    };
  },
  /** Twins, siblings, parents, partners and namesakes of subjects among the strangers. */
  relatives: (people, noise) => {
    const { subjects, entries } = fromRegister(people, noise, () => 1);
    const makers = Object.entries(RELATIVE_KINDS);
    const relatives = noise.some(people.subjects, RELATIVES).map(([id, subject], at) => {
      const [kind, make] = makers[at % makers.length] ?? ['twin', () => subject];
      const other = people.subjects[Math.floor(noise.random() * people.subjects.length)]?.[1] ?? subject;
      const [truth, spoilt] = noise.entry(`R${id}`, null, noise.withOwnBsn(make(subject, other, noise.random)), 1);
      return [{ ...truth, kinds: [...truth.kinds, `relative_${kind}`] }, spoilt] as const;
    });
    return { subjects, entries: [...entries, ...relatives] };
  },
  /** A third of the register damaged, entries mostly whole. */
  register: (people, noise) => {
    const { entries } = fromRegister(people, noise, () => (noise.random() < 0.3 ? 1 : 0));
    const subjects = people.subjects.map(([id, subject]) => {
      const damaged = noise.random() < DAMAGED_SUBJECTS;
      return [id, damaged ? noise.spoil(subject, 1).person : subject] as const;
    });
    return { subjects, entries };
  },
};

/** A population; the same for the same half and seed. */
export function noisyPopulation(name: string, people: BenchmarkPeople, half: NoiseHalf, seed: number): NoisyPopulation {
  const maker = POPULATIONS[name];
  if (maker === undefined) throw new Error(`no population ${name}: ${Object.keys(POPULATIONS).join(', ')}`);
  return maker(people, new NoiseMaker(half, seed));
}
