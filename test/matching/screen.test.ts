import { describe, expect, test } from '@jest/globals';
import { explainHit } from '../../matching/explain.ts';
import { replayHit } from '../../matching/replay.ts';
import { type Candidate, scoreCandidates, screenPerson } from '../../matching/screen.ts';
import { probabilityOf } from '../../src/domain/hit.ts';
import { asId, type SubjectId } from '../../src/domain/ids.ts';
import type { PersonIdentity, SubjectIdentity } from '../../src/domain/person.ts';
import { levelSentence, matchSummary } from '../../src/texts/matching.ts';
import { indexOf, model, person, subject } from './model.ts';

const PRIOR = { priorPerEntry: 0.0005 };

const officer = subject({
  bsn: '249566758',
  givenNames: 'Johanna Maria',
  initials: 'J.M.',
  callName: 'Anja',
  particle: 'van den',
  surname: 'Waterbolk',
  partnerSurname: 'Smit',
  born: '1984-03-12',
  birthPlace: 'Utrecht',
  birthCountry: 'Nederland',
  sex: 'F',
});

const same: PersonIdentity = person({
  givenNames: 'Johanna Maria',
  initials: 'J.M.',
  particle: 'van den',
  surname: 'Waterbolk',
  born: '1984-03-12',
  birthPlace: 'Utrecht',
  birthCountry: 'Nederland',
  sex: 'F',
});

/** A register large enough that the prior is small. */
function world(extra: Readonly<Record<string, SubjectIdentity>> = {}) {
  const strangers = Array.from({ length: 300 }, (_, at) => [
    `S${at}`,
    subject({ givenNames: `Naam${at}`, surname: `Zomaar${at}`, born: `19${40 + (at % 60)}-05-0${1 + (at % 9)}` }),
  ]);
  return indexOf({ ...Object.fromEntries(strangers), P1: officer, ...extra });
}

function levels(candidate: Candidate | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(candidate?.evidence.terms.map(({ attribute, level }) => [attribute, level]) ?? []);
}

describe('reasons', () => {
  test.each([
    ['a call name', { ...same, givenNames: 'Anja', initials: 'A.' }, { given_names: 'call_name', surname: 'exact' }],
    ["the partner's name", { ...same, particle: '', surname: 'Smit' }, { name_form: 'partner_name', surname: 'exact' }],
    ['a double name', { ...same, particle: '', surname: 'Smit-van den Waterbolk' }, { name_form: 'double_name' }],
    ['an alias', { ...same, surname: 'Anders', aliases: ['Johanna van den Waterbolk'] }, { name_form: 'entry_alias' }],
    ['swapped fields', { ...same, surname: 'Johanna Maria', givenNames: 'Waterbolk' }, { name_form: 'fields_swapped' }],
    ['a spelling', { ...same, surname: 'Waterbolck' }, { surname: 'spelling' }],
    ['day and month', { ...same, birthDate: { year: 1984, month: 12, day: 3 } }, { birth_date: 'day_month_swapped' }],
    ['a BSN with a wrong digit', { ...same, bsn: '249566751' }, { bsn: 'one_digit' }],
  ])('%s is recognised for what it is', (_, entry, expected) => {
    const [hit] = screenPerson(world(), entry, PRIOR);
    expect(hit?.subjectId).toBe('P1');
    expect(levels(hit)).toMatchObject(expected);
  });

  test('a double name longer than what is compared is recognised too', () => {
    const names = { particle: '', surname: 'Westerweteringhuizen', partnerSurname: 'Schuttevaarplas' };
    const entry = { ...same, particle: '', surname: 'Westerweteringhuizenschuttevaarplas' };
    const [hit] = screenPerson(world({ P1: { ...officer, ...names } }), entry, PRIOR);
    expect(levels(hit)).toMatchObject({ name_form: 'double_name', surname: 'exact' });
  });

  test('one sentence says why, and what speaks against', () => {
    const [hit] = screenPerson(world(), { ...same, birthDate: { year: 1985, month: 3, day: 12 }, sex: 'M' }, PRIOR);
    const explanation = explainHit({ evidence: hit!.evidence });
    expect(explanation.speaksAgainst.map(({ code }) => code)).toContain('sex.different');
    expect(explanation.silent.map(({ code }) => code)).toContain('bsn.missing');
    expect(matchSummary(explanation, 'nl')).toMatch(
      /^Mogelijk dezelfde persoon: achternaam \(gelijk\).* en .*Daartegen spreekt: geslacht \(verschillend\)\.$/,
    );
    expect(levelSentence({ code: 'surname.one_edit' }, 'nl')).toBe('achternaam: één letter verschil');
  });
});

describe('the two rules above probability', () => {
  test('an equal valid BSN is a hit whoever else it seems to be, and does not make it probable', () => {
    const stranger = person({
      bsn: '249566758',
      givenNames: 'Piet',
      surname: 'Visser',
      born: '1951-11-30',
      sex: 'M',
      birthPlace: 'Goes',
      birthCountry: 'Nederland',
    });
    const [hit] = screenPerson(world(), stranger, PRIOR);
    expect(hit).toMatchObject({ subjectId: 'P1', band: 'possible', bsnState: 'equal' });
    expect(hit!.probability).toBeLessThan(0.5);
  });

  test('two different valid BSNs are never more than possible', () => {
    for (const candidate of scoreCandidates(world(), { ...same, bsn: '111222333' }, PRIOR)) {
      expect(['possible', 'below']).toContain(candidate.band);
    }
  });
});

describe('rivals', () => {
  const twin = { ...officer, bsn: null, givenNames: 'Petra', initials: 'P.', callName: '' };

  test('twins with only a surname and a birth date are both shown, and neither is strong', () => {
    const entry = { ...same, givenNames: '', initials: '', sex: null };
    const hits = screenPerson(world({ P2: { ...twin, partnerSurname: '' } }), entry, PRIOR);
    expect(hits.map(({ subjectId }) => subjectId).sort()).toEqual(['P1', 'P2']);
    expect(hits.every(({ band }) => band !== 'strong')).toBe(true);
  });

  test('a different given name on the same surname and date is taken for a twin first', () => {
    const [first] = scoreCandidates(world(), { ...same, givenNames: 'Petra', initials: 'P.' }, { priorPerEntry: 0.02 });
    expect(levels(first)).toMatchObject({ relative: 'twin' });
  });

  test('a known pair is shown; a dismissal weighs nothing, a confirmation does', () => {
    const known = (verdict: 'confirmed' | 'dismissed') =>
      screenPerson(world(), same, { ...PRIOR, knownPairs: new Map([[asId('P1'), verdict]]) })[0]!;
    const [plain] = screenPerson(world(), same, PRIOR);
    expect(levels(known('dismissed'))['known_pair']).toBe('dismissed');
    expect(known('dismissed').probability).toBe(plain!.probability);
    expect(known('confirmed').probability).toBeGreaterThan(plain!.probability);
  });

  test('a confirmed pair is reported from the same probability as any other', () => {
    const little = person({ surname: 'Waterbolck', givenNames: 'Johanna', born: '1984-00-00' });
    const index = world();
    const reported: number[] = [];
    for (let priorPerEntry = 2 ** -20; priorPerEntry > 2 ** -40; priorPerEntry *= 0.9) {
      const options = { priorPerEntry, knownPairs: new Map([[asId<SubjectId>('P1'), 'confirmed' as const]]) };
      const [found] = scoreCandidates(index, little, options);
      if (found !== undefined) reported.push(found.probability);
    }
    expect(reported.at(-1)).toBeGreaterThan(0.001);
    expect(reported.at(-1)).toBeLessThan(0.0012);
  });
});

describe('rarity and missing data', () => {
  test('agreement on a common surname weighs less', () => {
    const common = world({ P3: { ...officer, bsn: null, particle: 'de', surname: 'Jong', partnerSurname: '' } });
    const weight = (surname: string, particle: string) =>
      scoreCandidates(common, { ...same, surname, particle }, { priorPerEntry: 0.1 })[0]?.evidence.terms.find(
        ({ attribute }) => attribute === 'surname',
      )?.weightMilliBits ?? 0;
    expect(weight('Waterbolk', 'van den')).toBeGreaterThan(weight('Jong', 'de') + 5000);
  });

  test('what is missing is neutral', () => {
    const entry = { ...same, sex: null, birthPlace: '', birthCountry: '' };
    const [hit] = screenPerson(world(), entry, PRIOR);
    for (const term of hit!.evidence.terms) if (term.level === 'missing') expect(term.weightMilliBits).toBe(0);
  });
});

describe('replay (P7)', () => {
  const [hit] = screenPerson(world(), { ...same, surname: 'Waterbolck' }, PRIOR);
  const content = { person: { ...same, surname: 'Waterbolck' }, subject: officer };

  test('under the same model it is compared anew and comes out identical', () => {
    expect(replayHit(model, hit!.evidence, content)).toMatchObject({ kind: 'from_content', identical: true });
    expect(replayHit(model, hit!.evidence, content).evidence).toEqual(hit!.evidence);
  });

  test('under an older model, or without content, it is added up from what was stored', () => {
    const old = { ...hit!.evidence, modelVersion: '0.1-old' };
    expect(replayHit(model, old, content)).toMatchObject({ kind: 'from_levels', probability: hit!.probability });
    expect(replayHit(model, hit!.evidence, null).kind).toBe('from_levels');
  });

  test('content that is not what the hit was made on shows', () => {
    const other = { ...content, subject: { ...officer, surname: 'Anders' } };
    expect(replayHit(model, hit!.evidence, other).identical).toBe(false);
  });

  test('terms and prior add up to the probability', () => {
    expect(probabilityOf(hit!.evidence)).toBe(hit!.probability);
    for (const { weightMilliBits } of hit!.evidence.terms) expect(Number.isInteger(weightMilliBits)).toBe(true);
  });
});
