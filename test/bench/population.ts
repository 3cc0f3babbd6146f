import { bsnAttribute } from '../../matching/attributes/bsn.ts';
import { type TableTexts, tableRows } from '../../matching/attributes/table-text.ts';
import { seededRandom } from '../../matching/evaluation/resampling.ts';
import type { PersonIdentity, SubjectIdentity } from '../../src/domain/person.ts';

/** Share of people with one of the thousand commonest surnames (Meertens 2007: 5.2 of 16.4 million). */
const COMMON_SHARE = 0.32;

function drawn<T>(items: readonly T[], cumulative: readonly number[], random: () => number): T {
  const target = random() * (cumulative.at(-1) ?? 1);
  let [low, high] = [0, cumulative.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cumulative[middle] ?? 0) < target) low = middle + 1;
    else high = middle;
  }
  return items[low] as T;
}

function running(weights: readonly number[]): readonly number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}

/** A number that passes the elfproef; one in eleven does. */
function validBsn(random: () => number): string {
  for (;;) {
    const number = 100_000_000 + Math.floor(random() * 800_000_000);
    if (bsnAttribute(String(number)).valid !== 0) return String(number);
  }
}

/** Makes as many people as are asked for, from the name tables: for speed only, their likeness to life is not measured. */
export function createPopulation(tables: TableTexts, seed: number): () => SubjectIdentity {
  const random = seededRandom(seed);
  const common = tableRows(tables, 'surnames.tsv', 2).map(([name = '', bearers]) => [name, Number(bearers)] as const);
  const commonSums = running(common.map(([, bearers]) => bearers));
  const listed = tableRows(tables, 'surnames-listed.tsv', 1).map(([core = '']) => core);
  const given = tableRows(tables, 'given-names.tsv', 3).map(
    ([name = '', men, women]) => [name, Number(men) + Number(women)] as const,
  );
  const givenSums = running(given.map(([, share]) => share));
  const places = tableRows(tables, 'municipalities.tsv', 2).map(([, name = '']) => name);
  return () => {
    const surname =
      random() < COMMON_SHARE
        ? drawn(common, commonSums, random)[0]
        : (listed[Math.floor(random() * listed.length)] ?? '');
    const names = [drawn(given, givenSums, random)[0], ...(random() < 0.5 ? [drawn(given, givenSums, random)[0]] : [])];
    return {
      bsn: validBsn(random),
      givenNames: names.join(' '),
      initials: names.map((name) => `${name[0]}.`).join(''),
      callName: names[0] ?? '',
      particle: '',
      surname,
      partnerParticle: '',
      partnerSurname: random() < 0.3 ? drawn(common, commonSums, random)[0] : '',
      nameUse: 'own',
      birthDate: {
        year: 1955 + Math.floor(random() * 48),
        month: 1 + Math.floor(random() * 12),
        day: 1 + Math.floor(random() * 28),
      },
      birthPlace: places[Math.floor(random() * places.length)] ?? '',
      birthCountry: 'Nederland',
      sex: random() < 0.5 ? 'M' : 'F',
      aliases: [],
    };
  };
}

/** An entry about somebody, with a slip in the surname in every second one. */
export function asEntry(person: PersonIdentity, at: number): PersonIdentity {
  const { surname } = person;
  const slipped = at % 2 === 0 ? surname : surname.slice(0, 2) + surname.slice(3);
  return { ...person, surname: slipped, bsn: at % 3 === 0 ? null : person.bsn };
}
