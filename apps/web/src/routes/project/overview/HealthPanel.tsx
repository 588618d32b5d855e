import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState } from 'react';
import { api } from '../../../api/client';
import { may, type Project } from '../../../api/types';
import { Choices } from '../../../components/Choices';
import { Field } from '../../../components/Field';
import { FormModal } from '../../../components/FormModal';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { HealthLine, HEALTHS } from '../../projects/HealthLine';
import { showProject } from '../useProject';

const KNOWN = ['/word', '/note'];

function HealthForm({ project, onClose }: { project: Project; onClose: () => void }) {
  const { t } = useI18n();
  const [word, setWord] = useState(project.health?.word ?? null);
  const [note, setNote] = useState(project.health?.note ?? '');
  const say = api.useMutation('put', '/api/projects/{id}/health', { meta: { quiet: true } });
  const submit = () => {
    if (word === null) return;
    const body = { word, note: note.trim() || null };
    const done = (now: Project) => {
      showProject(now);
      onClose();
    };
    say.mutate({ params: { path: { id: project.id } }, body }, { onSuccess: done });
  };
  return (
    <FormModal
      open
      title={t('health.say')}
      confirm={t('common.save')}
      ready={word !== null}
      busy={say.isPending}
      error={say.error}
      known={KNOWN}
      onSubmit={submit}
      onClose={onClose}
    >
      <Choices
        legend={t('health.word')}
        look="list"
        value={word}
        choices={HEALTHS.map((value) => ({
          value,
          label: t(`health.is.${value}`),
          hint: t(`health.means.${value}`),
        }))}
        onChange={setWord}
      />
      <Field label={t('health.note')} optional>
        {(control) => (
          <Input {...control} maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </Field>
    </FormModal>
  );
}

/** The manager's own word on how the project goes. */
export function HealthPanel({ project }: { project: Project }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const says = may(project, 'edit');
  if (!says && project.health === null) return null;
  return (
    <Panel
      title={t('health.title')}
      actions={says && <Button onClick={() => setOpen(true)}>{t('health.say')}</Button>}
      className="health-panel"
    >
      {project.health ? (
        <HealthLine health={project.health} zone={project.zone} />
      ) : (
        <p className="muted">{t('health.unsaid')}</p>
      )}
      {open && <HealthForm project={project} onClose={() => setOpen(false)} />}
    </Panel>
  );
}
