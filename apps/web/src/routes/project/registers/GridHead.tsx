import type { RegisterColumn } from '../../../api/types';
import { useI18n } from '../../../i18n';
import { isNumber } from './gridColumns';
import { STATUS } from './useRowWrites';

interface Props {
  columns: readonly RegisterColumn[];
  sort: string | undefined;
  descending: boolean;
  /** The next step of a column: up, down, and back to the list's own order. */
  onSort: (key: string) => void;
  /** Whether a column behind the others shows what rows have become. */
  works: boolean;
}

/** The columns' names; a tap on one sorts by it. */
export function GridHead({ columns, sort, descending, onSort, works }: Props) {
  const { t, pick } = useI18n();
  return (
    <div role="row" aria-rowindex={1} className="grid-row grid-head">
      <div role="columnheader" className="grid-number">
        <span className="visually-hidden">{t('register.row')}</span>
      </div>
      {columns.map((column, at) => {
        const { key, name, nameEn, type, required, masked, unit } = column;
        const sorted = sort === key ? (descending ? 'descending' : 'ascending') : undefined;
        const text = (
          <>
            {pick(name, nameEn)}
            {required && key !== STATUS && <abbr title={t('register.required')}>*</abbr>}
          </>
        );
        return (
          <div
            key={key}
            role="columnheader"
            aria-colindex={at + 2}
            aria-sort={sorted}
            className={isNumber(column) ? 'grid-cell grid-cell-number' : 'grid-cell'}
          >
            {key === STATUS || masked || type === 'row-link' ? (
              <span className="grid-name">{text}</span>
            ) : (
              <button type="button" className="grid-name" onClick={() => onSort(key)}>
                {text}
                {sorted && <span aria-hidden>{descending ? '▾' : '▴'}</span>}
              </button>
            )}
            {unit && <small lang="zh-TW">{unit}</small>}
          </div>
        );
      })}
      {works && (
        <div role="columnheader" aria-colindex={columns.length + 2} className="grid-cell grid-work">
          <span className="grid-name">{t('register.work.title')}</span>
        </div>
      )}
    </div>
  );
}
