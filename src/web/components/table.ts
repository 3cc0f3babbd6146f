import { type Html, html, type Piece } from '../html.ts';

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => Piece;
  /** `name`: what the row is called; exactly one column should be. `number`: lined up at the right. */
  readonly kind?: 'name' | 'number';
}

/** What a cell says that has nothing to say; a card leaves it out. */
const NOTHING = '–';

function cell<Row>({ label, cell: pieceOf, kind }: Column<Row>, row: Row): Html {
  const piece = pieceOf(row);
  const shape = [
    kind === 'number' ? 'utrecht-table__cell--numeric-column' : '',
    piece === NOTHING ? 'screening-nothing' : '',
  ].join(' ');
  if (kind === 'name') {
    return html`<th scope="row" role="rowheader" class="utrecht-table__cell screening-name" data-label="${label}">${piece}</th>`;
  }
  return html`<td role="cell" class="utrecht-table__cell ${shape}" data-label="${label}">${piece}</td>`;
}

/** `compact`: a few short figures, which stay a table on any screen. */
type TableWidth = 'full' | 'narrow' | 'compact';

/**
 * A table that becomes a list of cards on a narrow screen, where it would scroll sideways. The roles are spelt out
 * because a browser forgets them when the style sheet lays rows and cells out as blocks.
 */
export function table<Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  width: TableWidth = 'full',
): Html {
  const head = columns.map(({ label, kind }) => {
    const shape = kind === 'number' ? 'utrecht-table__header-cell--numeric-column' : '';
    return html`<th scope="col" role="columnheader" class="utrecht-table__header-cell ${shape}">${label}</th>`;
  });
  const body = rows.map(
    (row) => html`<tr role="row" class="utrecht-table__row">${columns.map((column) => cell(column, row))}</tr>`,
  );
  const shape = width === 'compact' ? 'screening-compact-table' : `screening-table screening-table--${width}`;
  return html`<table role="table" class="utrecht-table ${shape}">
<caption class="utrecht-table__caption">${caption}</caption>
<thead role="rowgroup" class="utrecht-table__header"><tr role="row" class="utrecht-table__row">${head}</tr></thead>
<tbody role="rowgroup" class="utrecht-table__body">${body}</tbody>
</table>`;
}
