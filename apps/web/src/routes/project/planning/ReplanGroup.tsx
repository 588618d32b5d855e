import Button from 'antd/es/button';
import Checkbox from 'antd/es/checkbox';
import { useState } from 'react';
import type { ReplanRow } from '../../../api/types';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';

/** So many rows are shown before all are asked for: a conference that moves has two hundred. */
const FIRST = 20;

interface Props {
  kind: ReplanRow['kind'];
  rows: readonly ReplanRow[];
  onToggle: (row: ReplanRow) => void;
}

function Days({ row }: { row: ReplanRow }) {
  const { t } = useI18n();
  const day = (value: string | null | undefined) => (value ? formatDay(value) : t('replan.noDay'));
  if (!row.after) return null;
  const to = <span className="day">{day(row.after.dueDay)}</span>;
  if (!row.before || row.before.dueDay === row.after.dueDay) return to;
  return (
    <>
      <span className="day muted">{day(row.before.dueDay)}</span> → {to}
    </>
  );
}

function Row({ row, onToggle }: { row: ReplanRow; onToggle: (row: ReplanRow) => void }) {
  const { t, pick } = useI18n();
  const title = `${row.code ? `${row.code} ` : ''}${pick(row.title, row.titleEn)}`;
  const team = row.team && pick(row.team.name, row.team.nameEn);
  const reasons = row.why.map(({ zh, en }) => pick(zh, en)).join(t('common.comma'));
  // Finished work is part of the record: nothing takes it away.
  const fixed = row.kept === 'done' && row.wants === 'falls-away';
  return (
    <li className="replan-row">
      <Checkbox
        checked={row.kind !== 'stays'}
        disabled={fixed}
        aria-label={t('replan.choose', { title })}
        onChange={() => onToggle(row)}
      />
      <div className="replan-row-what">
        <p>
          {title} <span className="muted">{[t(`replan.type.${row.type}`), team].filter(Boolean).join(' · ')}</span>
        </p>
        <p className="muted replan-why">
          {row.kept && (
            <span className="tag">
              {t(`replan.kept.${row.kept}`)} · {t(`replan.wants.${row.wants}`)}
            </span>
          )}{' '}
          {reasons}
        </p>
      </div>
      <div className="replan-row-days">
        <Days row={row} />
      </div>
    </li>
  );
}

export function ReplanGroup({ kind, rows, onToggle }: Props) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST);
  return (
    <section className="replan-group">
      <h3>
        {t(`replan.kind.${kind}`)} <span className="count">{rows.length}</span>
      </h3>
      <p className="field-hint">{t(`replan.kindHint.${kind}`)}</p>
      <ul className="replan-rows">
        {shown.map((row) => (
          <Row key={row.key} row={row} onToggle={onToggle} />
        ))}
      </ul>
      {shown.length < rows.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('replan.all', { count: rows.length })}
        </Button>
      )}
    </section>
  );
}
