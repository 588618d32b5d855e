import Drawer from 'antd/es/drawer';
import type { HandOutPerson } from '../../api/types';
import { useIsPhone } from '../../app/useIsPhone';
import { useI18n } from '../../i18n';

interface Props {
  people: readonly HandOutPerson[];
  count: number;
  busy: boolean;
  onChoose: (person: HandOutPerson) => void;
  onClose: () => void;
}

function Load({ person: { open, overdue, week } }: { person: HandOutPerson }) {
  const { t } = useI18n();
  if (open === 0) return <small className="muted">{t('work.people.none')}</small>;
  return (
    <small className="muted">
      {t('work.people.open', { count: open })}
      {week > 0 && ` · ${t('work.people.week', { count: week })}`}
      {overdue > 0 && <b className="hand-late"> · {t('work.people.overdue', { count: overdue })}</b>}
    </small>
  );
}

/** Whom to give it to: everybody of the sub-team, with how much they have; those with the least first. */
export function PeopleDrawer({ people, count, busy, onChoose, onClose }: Props) {
  const { t } = useI18n();
  const isPhone = useIsPhone();
  const sorted = [...people].sort((a, b) => a.open - b.open);
  return (
    <Drawer
      open
      placement={isPhone ? 'bottom' : 'right'}
      size={isPhone ? 'auto' : 380}
      title={t('work.handOutTitle', { count })}
      onClose={onClose}
      className="people-drawer"
    >
      <ul>
        {sorted.map((person) => (
          <li key={person.id}>
            <button type="button" disabled={busy} onClick={() => onChoose(person)}>
              <span>{person.name}</span>
              <Load person={person} />
            </button>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}
