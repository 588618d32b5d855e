import type { Register, RegisterRow } from '../../../api/types';
import { useI18n } from '../../../i18n';
import { cellText } from './cellText';
import { WorkLine } from './RowWork';
import { useCellWords } from './useCellWords';

interface Props {
  register: Register;
  rows: readonly RegisterRow[];
  onOpen: (row: RegisterRow) => void;
}

/** A list on a phone: a card a row, whole cards tappable. */
export function RegisterCards({ register, rows, onOpen }: Props) {
  const { t, pick } = useI18n();
  const words = useCellWords();
  const [first, ...rest] = register.columns.filter(({ masked }) => !masked);
  return (
    <ul className="register-cards">
      {rows.map((row) => (
        <li key={row.id} className={`register-card register-card-${row.status}`}>
          <button type="button" onClick={() => onOpen(row)}>
            <strong>
              {(first && cellText(first, row.cells[first.key], words, row.names[first.key])) || t('register.unnamed')}
            </strong>
            {row.status !== 'open' && <span className="tag">{t(`register.status.${row.status}`)}</span>}
            {row.empty.length > 0 && row.status !== 'dropped' && (
              <span className="tag tag-soon">{t('register.missing', { count: row.empty.length })}</span>
            )}
            <dl>
              {rest
                .filter(({ key }) => row.cells[key] !== undefined)
                .map((column) => (
                  <div key={column.key}>
                    <dt>{pick(column.name, column.nameEn)}</dt>
                    <dd>
                      {cellText(column, row.cells[column.key], words, row.names[column.key])}
                      {column.unit}
                    </dd>
                  </div>
                ))}
            </dl>
          </button>
          {row.work && <WorkLine work={row.work} projectId={register.projectId} />}
        </li>
      ))}
    </ul>
  );
}
