import { api } from '../../../api/client';
import { AskButton } from '../../../components/AskButton';
import { useI18n } from '../../../i18n';

export function NewTeam({ projectId }: { projectId: string }) {
  const { t } = useI18n();
  const create = api.useMutation('post', '/api/projects/{id}/teams', { meta: { quiet: true } });
  return (
    <AskButton
      title={t('people.addTeam')}
      label={t('people.teamName')}
      onConfirm={(name) => create.mutateAsync({ params: { path: { id: projectId } }, body: { name } })}
    >
      {t('people.addTeam')}
    </AskButton>
  );
}
