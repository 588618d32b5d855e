import Button from 'antd/es/button';
import { useState } from 'react';
import type { HandOutTeam } from '../../api/types';
import { useOnline } from '../../app/useOnline';
import { DueDay } from '../../components/DueDay';
import { EmptyState } from '../../components/EmptyState';
import { useI18n } from '../../i18n';
import { PeopleDrawer } from './PeopleDrawer';
import { useHandOut } from './useHandOut';

type Row = HandOutTeam['items'][number];

function HandOutRow({ row, chosen, onChoose }: { row: Row; chosen: boolean; onChoose: (on: boolean) => void }) {
  const { t, pick } = useI18n();
  const title = pick(row.title, row.titleEn);
  return (
    <li className={chosen ? 'hand-row hand-row-on' : 'hand-row'}>
      <label>
        <input
          type="checkbox"
          aria-label={t('list.selectOne', { title })}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
        <span className="work-main">
          <span className="line-title">
            {row.code && <span className="code">{row.code}</span>}
            {title}
          </span>
          <span className="line-where">{row.assignee?.name ?? t('list.unassigned')}</span>
        </span>
        <DueDay day={row.dueDay} overdue={row.overdue} />
      </label>
    </li>
  );
}

/** The open work of one sub-team: choose some, then whom. */
export function HandOutList({ of }: { of: HandOutTeam }) {
  const { t, pick } = useI18n();
  const online = useOnline();
  const hand = useHandOut(of);
  const [asking, setAsking] = useState(false);
  const pool = of.items.filter(({ assignee }) => assignee === null);
  const given = of.items.filter(({ assignee }) => assignee !== null);
  if (of.items.length === 0) return <EmptyState title={t('work.handOutEmpty')} />;
  const group = (name: string, rows: readonly Row[]) =>
    rows.length > 0 && (
      <section className="checklist-group" aria-label={name}>
        <header>
          <h2>{name}</h2>
          <span className="count">{rows.length}</span>
        </header>
        <ul>
          {rows.map((row) => (
            <HandOutRow key={row.id} row={row} chosen={hand.isChosen(row)} onChoose={(on) => hand.choose(row, on)} />
          ))}
        </ul>
      </section>
    );
  const count = hand.rows.length;
  return (
    <div className="checklist" aria-label={pick(of.team.name, of.team.nameEn)}>
      {group(t('work.unassigned'), pool)}
      {group(t('work.assigned'), given)}
      <div className="bulk-bar hand-bar" role="region" aria-label={t('work.handOut')}>
        <span role="status">
          {hand.handed && count === 0
            ? t('work.handedOut', { name: hand.handed.person.name, count: hand.handed.rows.length })
            : t('work.chosen', { count })}
        </span>
        {hand.handed && count === 0 && (
          <Button loading={hand.busy} disabled={!online} onClick={() => void hand.takeBack(hand.handed!)}>
            {t('common.undo')}
          </Button>
        )}
        {count > 0 ? (
          <Button type="text" onClick={() => hand.chooseOnly([])}>
            {t('work.chooseNone')}
          </Button>
        ) : (
          pool.length > 0 && (
            <Button type="text" onClick={() => hand.chooseOnly(pool)}>
              {t('work.chooseAll')}
            </Button>
          )
        )}
        <Button type="primary" disabled={count === 0 || !online} onClick={() => setAsking(true)}>
          {online ? t('work.handOutTo') : t('work.needsNet')}
        </Button>
      </div>
      {asking && (
        <PeopleDrawer
          people={of.people}
          count={count}
          busy={hand.busy}
          onChoose={(person) =>
            void hand.give(person).then(
              () => setAsking(false),
              () => undefined,
            )
          }
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
