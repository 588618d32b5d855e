import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MyWork } from '../../api/types';
import { useI18n } from '../../i18n';
import { Claim } from '../item/Claim';
import { byBucket, byProject, withKept } from './groups';
import { GiveBack, useClaims } from './useClaims';
import { useTicks } from './useTicks';
import { WorkRow } from './WorkRow';

function Group({
  name,
  heading,
  count,
  children,
}: {
  name: string;
  heading?: ReactNode;
  count: number;
  children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <section className="checklist-group" aria-label={name}>
      <header>
        <h2>{heading ?? name}</h2>
        <span className="count">{count}</span>
      </header>
      <ul>{children}</ul>
    </section>
  );
}

/** My own work by urgency or by project, and what my sub-teams have for whoever takes it. */
export function WorkList({ items, group }: { items: readonly MyWork[]; group: 'project' | undefined }) {
  const { t } = useI18n();
  const ticks = useTicks();
  const claims = useClaims();
  const mine = withKept(
    items.filter((item) => item.mine),
    ticks.kept,
  );
  const pool = items.filter((item) => !item.mine);
  const row = (one: MyWork, project?: string) => (
    <WorkRow
      key={one.id}
      row={one}
      ticks={ticks}
      project={project}
      action={claims.isClaimed(one) && one.mine ? <GiveBack row={one} claims={claims} /> : undefined}
    />
  );
  return (
    <>
      {group === 'project'
        ? byProject(mine).map(({ id, name, rows }) => (
            <Group
              key={id}
              name={name}
              count={rows.length}
              heading={
                <Link to="/projects/$projectId" params={{ projectId: id }}>
                  {name}
                </Link>
              }
            >
              {rows.map((one) => row(one))}
            </Group>
          ))
        : byBucket(mine).map(({ bucket, rows }) => (
            <Group key={bucket} name={t(`work.bucket.${bucket}`)} count={rows.length}>
              {rows.map((one) => row(one, one.projectName))}
            </Group>
          ))}
      <Group name={t('work.pool')} count={pool.length}>
        {pool.map((one) => (
          <WorkRow
            key={one.id}
            row={one}
            ticks={ticks}
            project={one.projectName}
            action={<Claim item={one} onClaimed={() => claims.noted(one.id)} />}
          />
        ))}
      </Group>
    </>
  );
}
