import { describe, expect, test } from '@jest/globals';
import { levelNumbers } from '../../matching/comparison/outcome.ts';
import { PairVector } from '../../matching/comparison/pair-comparer.ts';
import { bandOf, STRONG_MARGIN_MILLIBITS } from '../../matching/decision/bands.ts';
import { type EvidenceContext, makeEvidence } from '../../matching/decision/evidence.ts';
import { relativeTerm } from '../../matching/decision/relatives.ts';
import { totalMilliBits } from '../../matching/decision/sum.ts';
import { model } from './model.ts';

const IMPOSSIBLE = -1_000_000;
const PRIOR = -26_000;

/** Nobody has relatives and weights are taken as they are; but for `parts`. */
function context(parts: Partial<EvidenceContext> = {}): EvidenceContext {
  const plain = {
    ...model,
    calibrate: (milliBits: number) => milliBits,
    relativeMilliBits: [IMPOSSIBLE, IMPOSSIBLE, IMPOSSIBLE],
  };
  return {
    model: plain,
    priorMilliBits: PRIOR,
    registerSize: 62_000,
    blockingRule: 'surname',
    knownPair: null,
    ...parts,
  };
}

/** Two people of whom nothing is known but what is given. */
function vector(given: (vector: PairVector) => void = () => {}): PairVector {
  const made = new PairVector();
  made.bsn = levelNumbers('bsn').missing;
  made.birthDate = levelNumbers('birth_date').missing;
  made.sex = levelNumbers('sex').missing;
  made.place.level = levelNumbers('birth_place').missing;
  made.surname.level = levelNumbers('surname').missing;
  made.givenNames.level = levelNumbers('given_names').missing;
  made.surname.secondLevel = -1;
  made.givenNames.secondLevel = -1;
  given(made);
  return made;
}

const attributesOf = ({ terms }: ReturnType<typeof makeEvidence>) => terms.map(({ attribute }) => attribute);

test('terms and prior add up to the log2 odds', () => {
  const terms = [1200, -200].map((weightMilliBits) => ({ attribute: 'bsn', level: 'equal', weightMilliBits }) as const);
  expect(totalMilliBits({ priorMilliBits: -5000, terms })).toBe(-4000);
});

describe('evidence', () => {
  const COMPARED = ['bsn', 'birth_date', 'surname', 'given_names', 'name_form', 'birth_place', 'sex'];

  test('has a term for everything that was compared, and for nothing else', () => {
    expect(attributesOf(makeEvidence(vector(), context()))).toEqual(COMPARED);
  });

  test('tells of the particle and of further names only where they were compared, whatever came out', () => {
    const both = vector(({ surname, givenNames }) => {
      surname.secondLevel = 0;
      givenNames.secondLevel = 0;
    });
    const { terms } = makeEvidence(both, context());
    expect(terms).toContainEqual({ attribute: 'particle', level: 'equal', weightMilliBits: both.surname.secondWeight });
    expect(terms).toContainEqual(expect.objectContaining({ attribute: 'further_names', level: 'equal' }));
  });

  test('calibrates the sum of what was compared', () => {
    const seen: number[] = [];
    const calibrate = (milliBits: number) => {
      seen.push(milliBits);
      return milliBits;
    };
    const { terms } = makeEvidence(
      vector((made) => {
        made.birthDate = levelNumbers('birth_date').exact;
      }),
      context({ model: { ...context().model, calibrate } }),
    );
    const sum = terms.reduce((total, { weightMilliBits }) => total + weightMilliBits, 0);
    expect(sum).toBeGreaterThan(0);
    expect(seen).toEqual([sum]);
  });

  test('names calibration only where it changed the weight', () => {
    const shifted = { ...context().model, calibrate: (milliBits: number) => milliBits - 250 };
    const { terms } = makeEvidence(vector(), context({ model: shifted }));
    expect(terms.at(-1)).toEqual({ attribute: 'calibration', level: 'applied', weightMilliBits: -250 });
  });

  test.each([
    ['confirmed', 10_000],
    ['dismissed', 0],
  ] as const)('says that the pair was %s before, which weighs %d', (knownPair, weightMilliBits) => {
    const { terms } = makeEvidence(vector(), context({ knownPair }));
    expect(terms.at(-1)).toEqual({ attribute: 'known_pair', level: knownPair, weightMilliBits });
  });

  test('tells the form of the name, and the frequency only of what goes by it', () => {
    const exact = vector(({ surname }) => {
      surname.level = levelNumbers('surname').exact;
      surname.ppb = 4_000;
    });
    exact.form = levelNumbers('name_form').partner_name;
    const { terms } = makeEvidence(exact, context());
    const [surname, givenNames] = ['surname', 'given_names'].map((name) =>
      terms.find((term) => term.attribute === name),
    );
    expect(surname).toMatchObject({ level: 'exact', form: 'partner_name', frequencyPpb: 4_000 });
    expect(givenNames).not.toHaveProperty('frequencyPpb');
  });

  test('expects as many chance pairs as the weight allows, and never more than there are pairs', () => {
    const weighing = (milliBits: number) => ({ ...context().model, calibrate: () => milliBits });
    const expected = (milliBits: number) =>
      makeEvidence(vector(), context({ model: weighing(milliBits) })).expectedChancePer10k;
    expect(expected(20_000)).toBeCloseTo(620_000_000 / 1_048_576, 6);
    expect(expected(1000)).toBe(310_000_000);
    expect(expected(0)).toBe(620_000_000);
    expect(expected(-3000)).toBe(620_000_000);
  });
});

describe('relatives', () => {
  const likeATwin = (more: (made: PairVector) => void = () => {}): PairVector =>
    vector((made) => {
      made.surname.level = levelNumbers('surname').exact;
      made.surname.weight = 15_000;
      made.birthDate = levelNumbers('birth_date').exact;
      made.givenNames.level = levelNumbers('given_names').different;
      made.givenNames.weight = -6000;
      made.place.level = levelNumbers('birth_place').equal;
      made.place.ppb = 50_000_000;
      more(made);
    });
  const LIKE_A_TWIN = likeATwin();

  /** log2 likelihood, against a stranger, that a relative looks like this: what the shipped weights say, added up. */
  function likelihood(relative: number, made: PairVector): number {
    const { weights } = model;
    const { surname, givenNames, birthDate, place, bsn } = made;
    return [
      weights.surname.weighRelative(relative, surname.level, surname.weight),
      weights.given_names.weighRelative(relative, givenNames.level, givenNames.weight),
      weights.birth_date.weighRelative(relative, birthDate, weights.birth_date.weigh(birthDate, 0)),
      weights.birth_place.weighRelative(relative, place.level, weights.birth_place.weigh(place.level, place.ppb)),
      weights.bsn.weighRelative(relative, bsn, weights.bsn.weigh(bsn, 0)),
    ].reduce((sum, milliBits) => sum + milliBits, 0);
  }

  test.each([
    ['twin', 0],
    ['sibling', 1],
    ['same_name_parent', 2],
  ] as const)('where a %s alone is possible, all the doubt is theirs', (level, relative) => {
    const prior = [0, 1, 2].map((index) =>
      index === relative ? -PRIOR - likelihood(relative, LIKE_A_TWIN) + 2000 : IMPOSSIBLE,
    );
    // Odds of four to one against: log2(1 + 4).
    expect(relativeTerm(LIKE_A_TWIN, model.weights, PRIOR, prior)).toEqual({ relative, milliBits: -2322 });
    const { terms } = makeEvidence(LIKE_A_TWIN, context({ model: { ...context().model, relativeMilliBits: prior } }));
    expect(terms.at(-1)).toEqual({ attribute: 'relative', level, weightMilliBits: -2322 });
  });

  test('two explanations add up, and the likelier one is named', () => {
    const odds = [2000, 3000].map((more, relative) => -PRIOR - likelihood(relative, LIKE_A_TWIN) + more);
    // log2(1 + 4 + 8)
    expect(relativeTerm(LIKE_A_TWIN, model.weights, PRIOR, [...odds, IMPOSSIBLE])).toEqual({
      relative: 1,
      milliBits: -3700,
    });
  });

  test('who changes nothing that anybody could see is not named', () => {
    const slight = -PRIOR - likelihood(0, LIKE_A_TWIN) - 8000;
    expect(relativeTerm(LIKE_A_TWIN, model.weights, PRIOR, [slight, IMPOSSIBLE, IMPOSSIBLE])).toEqual({
      relative: -1,
      milliBits: 0,
    });
  });

  test('further names count where they were compared', () => {
    const prior = [-PRIOR - likelihood(0, LIKE_A_TWIN) + 2000, IMPOSSIBLE, IMPOSSIBLE];
    const further = likeATwin((made) => {
      made.givenNames.secondLevel = levelNumbers('further_names').equal;
      made.givenNames.secondWeight = 1500;
    });
    const shift = model.weights.further_names.weighRelative(0, levelNumbers('further_names').equal, 1500);
    expect(shift).not.toBe(0);
    const { milliBits } = relativeTerm(further, model.weights, PRIOR, prior);
    expect(milliBits).toBe(Math.round(-1000 * Math.log2(1 + 4 * 2 ** (shift / 1000))));
  });
});

test('an equal BSN lifts only what is below', () => {
  expect(bandOf(0.99, 'equal', STRONG_MARGIN_MILLIBITS)).toBe('strong');
});
