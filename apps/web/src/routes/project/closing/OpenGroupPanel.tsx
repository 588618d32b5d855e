import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OpenGroup, OpenThing } from '../../../api/types';
import { AskButton } from '../../../components/AskButton';
import { Panel } from '../../../components/Panel';
import { Tick } from '../../../components/Tick';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { byKind, isCounted, keyOf, settledAt } from './places';

interface Props {
  group: OpenGroup;
  projectId: string;
  /** Absent for whoever can't waive. */
  waive?: (things: readonly OpenThing[], reason: string) => Promise<unknown>;
}

/** What one of them must settle. */
export function OpenGroupPanel({ group, projectId, waive }: Props) {
  const { t, pick } = useI18n();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { by, person, team, things } = group;
  const who =
    person?.name ?? (team ? pick(team.name, team.nameEn) : t(`closing.by.${by === 'client' ? by : 'manager'}`));
  const picked = things.filter((thing) => chosen.has(keyOf(thing)));
  const toggle = (thing: OpenThing) =>
    setChosen((now) => {
      const next = new Set(now);
      if (!next.delete(keyOf(thing))) next.add(keyOf(thing));
      return next;
    });
  const meant = picked.length > 0 ? picked : things;
  const label = picked.length > 0 ? 'closing.waiveChosen' : 'closing.waiveAll';
  return (
    <Panel
      title={who}
      count={things.length}
      actions={
        waive && (
          <AskButton
            title={t(label, { count: meant.length })}
            label={t('common.reason')}
            intro={<p className="field-hint">{t('closing.waiveHint')}</p>}
            onConfirm={(reason) => waive(meant, reason).then(() => setChosen(new Set()))}
          >
            {t(label, { count: meant.length })}
          </AskButton>
        )
      }
    >
      {byKind(things).map(({ kind, things: own }) => (
        <section key={kind} className="closing-kind">
          <h3>{t(`closing.kind.${kind}`)}</h3>
          <ul className="closing-list">
            {own.map((thing) => (
              <OpenLine
                key={keyOf(thing)}
                {...{ thing, projectId }}
                chosen={waive && chosen.has(keyOf(thing))}
                onChoose={() => toggle(thing)}
              />
            ))}
          </ul>
        </section>
      ))}
    </Panel>
  );
}

interface LineProps {
  thing: OpenThing;
  projectId: string;
  /** Undefined where nothing can be chosen. */
  chosen: boolean | undefined;
  onChoose: () => void;
}

function OpenLine({ thing, projectId, chosen, onChoose }: LineProps) {
  const { t, pick } = useI18n();
  const title = pick(thing.title, thing.titleEn);
  return (
    <li>
      {chosen !== undefined && (
        <Tick checked={chosen} onChange={onChoose}>
          <span className="visually-hidden">{t('closing.choose', { title })}</span>
        </Tick>
      )}
      <Link {...settledAt(projectId, thing)} className="closing-title">
        {title}
      </Link>
      <small className="muted">
        {isCounted(thing) && t('closing.measure', { count: thing.measure })}
        {thing.dueDay && t('closing.due', { day: formatDay(thing.dueDay) })}
      </small>
    </li>
  );
}
