import type { Rival, TaskIdentityView } from '../../../db/contract/tasks.ts';
import type { Hit } from '../../domain/hit.ts';
import type { PersonIdentity } from '../../domain/person.ts';
import { dateText } from '../../texts/dates.ts';
import { BAND_WORDS } from '../../texts/review.ts';
import { type Column, table } from '../components/table.ts';
import { type Html, html, type Piece } from '../html.ts';
import type { AccountVisit } from '../visit.ts';
import { bits, percent } from './figures.ts';
import { fullSurname } from './names.ts';

/** The fields that tell people apart, one of each to a row. */
const FIELDS = ['bsn', 'surname', 'given_names', 'birth_date', 'birth_place'] as const;
type Row = (typeof FIELDS)[number] | 'match' | 'margin';

function value({ say, language }: AccountVisit, person: PersonIdentity, field: (typeof FIELDS)[number]): Piece {
  const values: Readonly<Record<(typeof FIELDS)[number], string>> = {
    bsn: person.bsn ?? '',
    surname: fullSurname(person.particle, person.surname),
    given_names: person.givenNames || person.initials,
    birth_date: person.birthDate.year === null ? '' : dateText(person.birthDate, language),
    birth_place: person.birthPlace,
  };
  return values[field] || html`<span class="screening-missing">${say('identity.missing')}</span>`;
}

/** log2 of the posterior odds, in thousandths of a bit. */
function totalOf({ evidence }: Hit): number {
  return evidence.terms.reduce((sum, { weightMilliBits }) => sum + weightMilliBits, evidence.priorMilliBits);
}

function cellOf(visit: AccountVisit, own: Hit, candidate: Pick<Rival, 'subject' | 'hit'>, row: Row): Piece {
  const { say, language } = visit;
  if (row === 'match') {
    return `${BAND_WORDS[candidate.hit.band][language]} (${percent(candidate.hit.probability, language)})`;
  }
  if (row === 'margin') {
    if (candidate.hit === own) return '–';
    const margin = bits(totalOf(candidate.hit) - totalOf(own), language);
    return say('identity.rivals.margin.value', { bits: margin });
  }
  return value(visit, candidate.subject.identity, row);
}

/** Everybody whom the entry fits, side by side: a good match is worth less when another is as good. */
export function rivals(visit: AccountVisit, { person, subject, hit, rivals: others }: TaskIdentityView): Html {
  const { say } = visit;
  const heading = html`<h3 class="utrecht-heading-3">${say('identity.rivals')}</h3>`;
  if (others.length === 0) return html`${heading}<p class="utrecht-paragraph">${say('identity.rivals.none')}</p>`;
  const own = { subject, hit };
  const columns: readonly Column<Row>[] = [
    {
      label: say('identity.field'),
      kind: 'name',
      cell: (row) => (row === 'match' || row === 'margin' ? say(`identity.rivals.${row}`) : say(`identity.${row}`)),
    },
    {
      label: say('identity.entry'),
      cell: (row) => (row === 'match' || row === 'margin' ? '–' : value(visit, person, row)),
    },
    {
      label: say('identity.rivals.this', { number: subject.personnelNumber }),
      cell: (row) => cellOf(visit, hit, own, row),
    },
    ...others.map((rival) => ({
      label: rival.personnelNumber,
      cell: (row: Row) => cellOf(visit, hit, rival, row),
    })),
  ];
  return html`${heading}
${table<Row>(say('identity.rivals.caption'), columns, [...FIELDS, 'match', 'margin'])}
<p class="utrecht-paragraph screening-note">${say('identity.rivals.own')}</p>`;
}
