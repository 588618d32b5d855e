import { Link } from '@tanstack/react-router';
import Button from 'antd/es/button';
import { api } from '../../../api/client';
import type { RecordAction } from '../../../api/types';
import { StatusMark } from '../../../components/StatusMark';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';

interface Props {
  action: RecordAction;
  entryId: string;
  projectId: string;
}

function MakeWork({ action, entryId }: Omit<Props, 'projectId'>) {
  const { t } = useI18n();
  const make = api.useMutation('post', '/api/record-entries/{id}/actions/{actionId}/work-item');
  const params = { path: { id: entryId, actionId: action.id } };
  return (
    <Button size="small" loading={make.isPending} onClick={() => make.mutate({ params })}>
      {t('record.makeWork')}
    </Button>
  );
}

/** An action item; with the work that it has become, the whole row leads there. */
export function ActionRow({ action, entryId, projectId }: Props) {
  const { t, pick } = useI18n();
  const { text, assignee, team, dueDay, work } = action;
  const who = [
    assignee?.name,
    team && pick(team.name, team.nameEn),
    dueDay && t('record.until', { day: formatDay(dueDay) }),
  ];
  return (
    <li className={work ? 'record-action row-link' : 'record-action'}>
      <span>
        {work ? (
          <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: work.id }} className="cover">
            {text}
          </Link>
        ) : (
          text
        )}
        <small className="muted">{who.filter(Boolean).join(' · ')}</small>
      </span>
      {work && <StatusMark status={work.status} />}
      {action.mayMakeWork && <MakeWork action={action} entryId={entryId} />}
    </li>
  );
}
