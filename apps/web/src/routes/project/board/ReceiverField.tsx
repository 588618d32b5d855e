import Select from 'antd/es/select';
import type { ReactNode } from 'react';
import type { Board, BoardTeam, Project } from '../../../api/types';
import { Choices } from '../../../components/Choices';
import { useI18n } from '../../../i18n';
import { type Receiver, RECEIVERS } from './handOut';
import { usePeopleByLoad } from './usePeopleByLoad';

interface Props {
  project: Project;
  board: Board;
  team: BoardTeam;
  value: Receiver;
  change: (part: Partial<Receiver>) => void;
  /** The button beside it. */
  children: ReactNode;
}

/** Who gets the work: a person, another sub-team among those that the caller may give to, or the pool. */
export function ReceiverField({ project, board, team, value, change, children }: Props) {
  const { t, pick } = useI18n();
  const people = usePeopleByLoad(project, board, team.team?.id ?? null);
  const teams = board.teams.flatMap((one) => (one.mayAssign && one.team && one !== team ? [one.team] : []));
  const labels = { person: t('board.toPerson'), team: t('board.toTeam'), pool: t('board.toPool') };
  const hint = { person: null, team: t('board.teamHint'), pool: t('board.poolHint') }[value.kind];
  return (
    <>
      <Choices
        legend={t('board.to')}
        value={value.kind}
        choices={RECEIVERS.map((kind) => ({
          ...{ value: kind, label: labels[kind] },
          disabled: kind === 'team' && teams.length === 0,
        }))}
        onChange={(kind) => change({ kind })}
      />
      <div className="board-receiver">
        {value.kind === 'person' && (
          <Select
            aria-label={t('board.person')}
            placeholder={t('board.person')}
            showSearch={{ optionFilterProp: 'label' }}
            value={value.person}
            options={people}
            onChange={(person) => change({ person })}
          />
        )}
        {value.kind === 'team' && (
          <Select
            aria-label={t('word.team')}
            placeholder={t('word.team')}
            value={value.team}
            options={teams.map(({ id, name, nameEn }) => ({ value: id, label: pick(name, nameEn) }))}
            onChange={(to) => change({ team: to })}
          />
        )}
        {hint && value.kind === 'pool' && <p className="field-hint">{hint}</p>}
        {children}
      </div>
      {hint && value.kind === 'team' && <p className="field-hint">{hint}</p>}
    </>
  );
}
