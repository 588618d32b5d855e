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
type Hand = ReturnType<typeof useHandOut>;

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

function Rows({ name, rows, hand }: { name: string; rows: readonly Row[]; hand: Hand }) {
  if (rows.length === 0) return null;
  return (
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
}

/** How many are chosen and what to do with them; or what was just handed out, and the way back. */
function Bar({ hand, pool, onAsk }: { hand: Hand; pool: readonly Row[]; onAsk: () => void }) {
  const { t } = useI18n();
  const online = useOnline();
  const count = hand.rows.length;
  const handed = count === 0 ? hand.handed : null;
  return (
    <div className="bulk-bar" role="region" aria-label={t('work.handOut')}>
      <span role="status">
        {handed
          ? t('work.handedOut', { name: handed.person.name, count: handed.rows.length })
          : t('work.chosen', { count })}
      </span>
      {handed && (
        <Button loading={hand.busy} disabled={!online} onClick={() => void hand.takeBack(handed)}>
          {t('common.undo')}
        </Button>
      )}
      {count > 0 && (
        <Button type="text" onClick={() => hand.chooseOnly([])}>
          {t('work.chooseNone')}
        </Button>
      )}
      {count === 0 && pool.length > 0 && (
        <Button type="text" onClick={() => hand.chooseOnly(pool)}>
          {t('work.chooseAll')}
        </Button>
      )}
      <Button type="primary" disabled={count === 0 || !online} onClick={onAsk}>
        {online ? t('work.handOutTo') : t('work.needsNet')}
      </Button>
    </div>
  );
}

/** The open work of one sub-team: choose some, then whom. */
export function HandOutList({ of }: { of: HandOutTeam }) {
  const { t, pick } = useI18n();
  const hand = useHandOut(of);
  const [asking, setAsking] = useState(false);
  const pool = of.items.filter(({ assignee }) => assignee === null);
  const given = of.items.filter(({ assignee }) => assignee !== null);
  const done = () => setAsking(false);
  if (of.items.length === 0) return <EmptyState title={t('work.handOutEmpty')} />;
  return (
    <section className="checklist" aria-label={pick(of.team.name, of.team.nameEn)}>
      <Rows name={t('work.unassigned')} rows={pool} hand={hand} />
      <Rows name={t('work.assigned')} rows={given} hand={hand} />
      <Bar hand={hand} pool={pool} onAsk={() => setAsking(true)} />
      {asking && (
        <PeopleDrawer
          people={of.people}
          count={hand.rows.length}
          busy={hand.busy}
          // A refusal has been said in passing; the choice stays for another person.
          onChoose={(person) => void hand.give(person).then(done, () => undefined)}
          onClose={done}
        />
      )}
    </section>
  );
}
