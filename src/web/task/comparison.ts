import type { TaskIdentityView } from '../../../db/contract/tasks.ts';
import { bsnDigits, passesElfproef } from '../../domain/bsn.ts';
import type { EvidenceTerm } from '../../domain/hit.ts';
import type { PartialDate } from '../../domain/partial-date.ts';
import type { PersonIdentity, Sex } from '../../domain/person.ts';
import { dateFigures, dateText } from '../../texts/dates.ts';
import { levelWords } from '../../texts/matching.ts';
import { badge, type Tone } from '../components/badge.ts';
import { table } from '../components/table.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { AccountVisit } from '../visit.ts';
import { bits } from './figures.ts';
import { marked, markedByPlace } from './marks.ts';
import { namePair } from './names.ts';

type Field =
  | 'bsn'
  | 'surname'
  | 'given_names'
  | 'initials'
  | 'call_name'
  | 'birth_date'
  | 'birth_place'
  | 'sex'
  | 'aliases';

/** One field on both sides; null = not given there. */
interface Compared {
  readonly field: Field;
  readonly entry: Piece;
  readonly register: Piece;
  readonly terms: readonly EvidenceTerm[];
}

/** Which field a step of the evidence is about; the steps that are not here are about the pair as a whole. */
const FIELD_OF: Readonly<Record<string, Field>> = {
  bsn: 'bsn',
  surname: 'surname',
  particle: 'surname',
  name_form: 'surname',
  given_names: 'given_names',
  further_names: 'given_names',
  birth_date: 'birth_date',
  birth_place: 'birth_place',
  sex: 'sex',
};

/**
 * The field beside which a step of the evidence stands. Where only initials could be compared it is theirs: "equal"
 * beside given names that are missing would be false.
 */
export function fieldOf({ attribute, level }: Pick<EvidenceTerm, 'attribute' | 'level'>): Field | null {
  if (attribute === 'given_names' && level.startsWith('initial')) return 'initials';
  return FIELD_OF[attribute] ?? null;
}

/** Below this an outcome speaks neither for nor against. */
const SILENT_MILLIBITS = 500;

/** Two texts with what differs marked; a side that was not given is null. */
function pair(entry: string, register: string): readonly [Piece, Piece] {
  if (entry === '' || register === '') return [entry || null, register || null];
  return marked(entry, register);
}

function bsnPiece({ say }: AccountVisit, bsn: string | null, shown: Piece): Piece {
  if (bsn === null || bsn === '') return null;
  const isUsable = passesElfproef(bsnDigits(bsn) ?? '');
  return isUsable ? shown : html`${shown} <span class="screening-note">${say('identity.unusable')}</span>`;
}

function bsnPair(visit: AccountVisit, entry: string | null, register: string | null): readonly [Piece, Piece] {
  const [left, right] = entry && register ? markedByPlace(entry, register) : [entry, register];
  return [bsnPiece(visit, entry, left), bsnPiece(visit, register, right)];
}

/** Complete dates in figures, digit by digit; others in words, which say what is unknown. */
function datePair({ language }: AccountVisit, entry: PartialDate, register: PartialDate): readonly [Piece, Piece] {
  const [left, right] = [dateFigures(entry), dateFigures(register)];
  if (left !== null && right !== null) return markedByPlace(left, right);
  const shown = (date: PartialDate): Piece => (date.year === null ? null : dateText(date, language));
  return [shown(entry), shown(register)];
}

function surnamePair({ say }: AccountVisit, { person, subject, hit }: TaskIdentityView): readonly [Piece, Piece] {
  const { entry, register, others, foundIn } = namePair(person, subject.identity, hit.evidence.terms);
  const [left, right] =
    foundIn === null
      ? pair(entry, register.name)
      : [html`${entry} <span class="screening-note">${say(`identity.form.${foundIn}`)}</span>`, register.name];
  const also = others.map(({ form, name }) => html`<li>${name} (${say(`identity.form.${form}`)})</li>`);
  const rest =
    also.length === 0
      ? null
      : html`<div class="screening-note">${say('identity.also')} <ul class="screening-reasons">${also}</ul></div>`;
  return [left, html`${right} <span class="screening-note">${say(`identity.form.${register.form}`)}</span>${rest}`];
}

function placeOf({ birthPlace, birthCountry }: PersonIdentity): string {
  return [birthPlace, birthCountry].filter(Boolean).join(', ');
}

function sexWord({ say }: AccountVisit, sex: Sex | null): string {
  return sex === null ? '' : say(`identity.sex.${sex}`);
}

function fieldsOf(visit: AccountVisit, view: TaskIdentityView): readonly Compared[] {
  const { person, subject, hit } = view;
  const { identity } = subject;
  const pairs: readonly (readonly [Field, readonly [Piece, Piece]])[] = [
    ['bsn', bsnPair(visit, person.bsn, identity.bsn)],
    ['surname', surnamePair(visit, view)],
    ['given_names', pair(person.givenNames, identity.givenNames)],
    ['initials', pair(person.initials, identity.initials)],
    ['call_name', [null, identity.callName || null]],
    ['birth_date', datePair(visit, person.birthDate, identity.birthDate)],
    ['birth_place', pair(placeOf(person), placeOf(identity))],
    ['sex', pair(sexWord(visit, person.sex), sexWord(visit, identity.sex))],
    ['aliases', [person.aliases.join('; ') || null, identity.aliases.join('; ') || null]],
  ];
  return pairs
    .map(([field, [entry, register]]) => {
      const terms = hit.evidence.terms.filter((term) => fieldOf(term) === field);
      return { field, entry, register, terms };
    })
    .filter(({ entry, register, terms }) => entry !== null || register !== null || terms.length > 0);
}

function toneOf(milliBits: number): Tone {
  if (Math.abs(milliBits) < SILENT_MILLIBITS) return 'neutral';
  return milliBits > 0 ? 'good' : 'problem';
}

function weight(terms: readonly EvidenceTerm[]): number {
  return terms.reduce((sum, { weightMilliBits }) => sum + weightMilliBits, 0);
}

/** The levels that were reached, in words; the form that was compared stands beside the name itself. */
function levels({ language }: AccountVisit, terms: readonly EvidenceTerm[]): Piece {
  const said = terms.filter(({ attribute }) => attribute !== 'name_form');
  return html`<ul class="screening-reasons">${said.map(
    ({ attribute, level }) => html`<li>${levelWords({ code: `${attribute}.${level}` }, language)}</li>`,
  )}</ul>`;
}

/** Entry and register field by field: both values, what differs marked, the level in words, and what it is worth. */
export function comparison(visit: AccountVisit, view: TaskIdentityView): Html {
  const { say, language } = visit;
  const value = (piece: Piece): Piece =>
    piece === null
      ? html`<span class="screening-missing">${say('identity.missing')}</span>`
      : html`<span>${piece}</span>`;
  return html`<p class="utrecht-paragraph screening-note">${say('identity.comparison.hint')}</p>
${table<Compared>(
  say('identity.comparison'),
  [
    { label: say('identity.field'), kind: 'name', cell: ({ field }) => say(`identity.${field}`) },
    { label: say('identity.entry'), cell: ({ entry }) => value(entry) },
    { label: say('identity.register'), cell: ({ register }) => value(register) },
    { label: say('identity.level'), cell: ({ terms }) => (terms.length === 0 ? '–' : levels(visit, terms)) },
    {
      label: say('identity.bits'),
      kind: 'number',
      cell: ({ terms }) => (terms.length === 0 ? '–' : badge(bits(weight(terms), language), toneOf(weight(terms)))),
    },
  ],
  fieldsOf(visit, view),
)}`;
}
