import Button from 'antd/es/button';
import type { RegisterRow } from '../../../../api/types';
import { useI18n } from '../../../../i18n';
import { MOVES } from './rowPlaces';
import type { RowMoves } from './useRowMoves';

/** Where a row stands in its list, and the ways to move it: for a phone, and for whoever drags nothing. */
export function RowPlace({ row, moves }: { row: RegisterRow; moves: RowMoves }) {
  const { t } = useI18n();
  const at = moves.placeOf(row.id);
  if (at < 0) return null;
  return (
    <div className="row-place" role="group" aria-label={t('register.move.title')}>
      <span>{t('register.move.at', { number: at + 1 })}</span>
      {MOVES.map((move) => (
        <Button key={move} size="small" disabled={!moves.may(row.id, move)} onClick={() => moves.move(row.id, move)}>
          {t(`register.move.${move}`)}
        </Button>
      ))}
    </div>
  );
}
