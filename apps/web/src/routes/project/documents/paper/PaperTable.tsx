import type { PaperBlock } from '../../../../api/types';

type Table = Extract<PaperBlock, { type: 'table' }>;
type Cell = NonNullable<Table['totals']>[number];

const shown = ({ shown: words, value }: Cell) => words ?? (value === null ? '' : String(value));
const RIGHT = ['number', 'money'];

function Row({ cells, columns }: { cells: readonly Cell[]; columns: Table['columns'] }) {
  return (
    <tr>
      {cells.map((cell, place) => {
        const kind = columns[place]?.kind ?? 'text';
        const classes = [
          kind === 'text' ? '' : 'paper-whole',
          RIGHT.includes(kind) ? 'paper-right' : '',
          columns[place]?.byHand ? 'paper-by-hand' : '',
          cell.tone ? `paper-tone-${cell.tone}` : '',
        ];
        return (
          <td key={place} className={classes.filter(Boolean).join(' ')}>
            {shown(cell)}
          </td>
        );
      })}
    </tr>
  );
}

export function PaperTable({ table }: { table: Table }) {
  const { caption, columns, rows, totals, empty, tall } = table;
  if (rows.length === 0)
    return (
      <p className="paper-text paper-note">
        {caption && <strong>{caption}：</strong>}
        {empty}
      </p>
    );
  return (
    <div
      className="paper-scroll"
      tabIndex={0}
      role="group"
      aria-label={caption ?? columns.map(({ label }) => label).join(' ')}
    >
      <table className={tall ? 'paper-table paper-tall' : 'paper-table'}>
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ label, kind }, place) => (
              <th key={place} scope="col" className={RIGHT.includes(kind) ? 'paper-right' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, group }, place) =>
            cells ? (
              <Row key={place} {...{ cells, columns }} />
            ) : (
              <tr key={place} className="paper-group">
                <th colSpan={columns.length} scope="colgroup">
                  {group}
                </th>
              </tr>
            ),
          )}
        </tbody>
        {totals && (
          <tfoot>
            <Row cells={totals} columns={columns} />
          </tfoot>
        )}
      </table>
    </div>
  );
}
