import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import type { Cue, Project, RunSheet } from '../../../api/types';
import { Popconfirm } from '../../../components/late';
import { useEdit } from '../../../components/useEdit';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { CueForm } from './CueForm';
import { bodyOf, copyOf, type CueFields, emptyFields, fieldsOf, newBodyOf } from './cueFields';

interface Common {
  sheet: RunSheet;
  project: Project;
  onClose: () => void;
}

/** A new cue behind the last of the day. */
export function NewCue({ sheet, project, day, onClose }: Common & { day: string }) {
  const { t } = useI18n();
  const [fields, setFields] = useState(() =>
    emptyFields(
      day,
      sheet.cues.findLast((cue) => cue.day === day),
    ),
  );
  const add = api.useMutation('post', '/api/projects/{id}/run-sheet/cues', {
    meta: { quiet: true },
    onSuccess: onClose,
  });
  const params = { path: { id: project.id } };
  return (
    <CueForm
      title={t('runSheet.add')}
      sheet={sheet}
      project={project}
      fields={fields}
      set={(part) => setFields((now) => ({ ...now, ...part }))}
      busy={add.isPending}
      error={add.error}
      onSubmit={() => add.mutate({ params, body: { cues: [newBodyOf(fields)] } })}
      onClose={onClose}
    />
  );
}

/** Fields of the cue as it is now, in words; lists are told by their length alone. */
function useInWords() {
  const { t, pick } = useI18n();
  return (cue: Cue, field: keyof CueFields): readonly [string, string] => {
    const { day, start, place, title, notes, outside, fixed, minutes } = fieldsOf(cue);
    const none = t('common.none');
    const words: Record<keyof CueFields, readonly [string, string]> = {
      day: [t('runSheet.day'), formatDay(day)],
      start: [t('runSheet.start'), start],
      minutes: [t('runSheet.minutes'), String(minutes)],
      place: [t('runSheet.place'), place],
      title: [t('runSheet.what'), title],
      notes: [t('runSheet.notes'), notes ?? none],
      outside: [t('runSheet.outsiders'), outside ?? none],
      fixed: [t('runSheet.fixed'), t(fixed ? 'common.yes' : 'common.no')],
      people: [t('runSheet.people'), cue.people.map(({ name }) => name).join(t('common.comma')) || none],
      teamId: [t('runSheet.team'), cue.team ? pick(cue.team.name, cue.team.nameEn) : none],
      files: [t('runSheet.files'), cue.files.map(({ name }) => name).join(t('common.comma')) || none],
      work: [t('runSheet.work'), cue.work ? pick(cue.work.title, cue.work.titleEn) : none],
    };
    return words[field];
  };
}

function More({ cue, projectId, onClose }: { cue: Cue; projectId: string; onClose: () => void }) {
  const { t } = useI18n();
  const add = api.useMutation('post', '/api/projects/{id}/run-sheet/cues', { onSuccess: onClose });
  const remove = api.useMutation('delete', '/api/run-sheet-cues/{id}', { onSuccess: onClose });
  const params = { path: { id: projectId } };
  return (
    <p className="cue-more">
      <Button onClick={() => add.mutate({ params, body: { cues: [copyOf(cue)] } })}>{t('runSheet.duplicate')}</Button>
      <Popconfirm
        title={t('runSheet.removeAsk')}
        okText={t('runSheet.remove')}
        cancelText={t('common.cancel')}
        onConfirm={() => remove.mutate({ params: { path: { id: cue.id }, header: ifMatch(cue) } })}
      >
        <Button danger loading={remove.isPending}>
          {t('runSheet.remove')}
        </Button>
      </Popconfirm>
    </p>
  );
}

export function EditCue({ cue, sheet, project, onClose }: Common & { cue: Cue }) {
  const { t } = useI18n();
  const inWords = useInWords();
  const draft = useEdit(fieldsOf);
  const edit = api.useMutation('patch', '/api/run-sheet-cues/{id}', {
    meta: { quiet: true },
    onSuccess: onClose,
    onError: draft.refused,
  });
  const fields = draft.edit?.fields ?? fieldsOf(cue);
  const submit = () => {
    const seen = draft.edit?.seen ?? cue;
    edit.mutate({ params: { path: { id: cue.id }, header: ifMatch(seen) }, body: bodyOf(draft.changes) });
  };
  return (
    <CueForm
      title={t('runSheet.edit')}
      sheet={sheet}
      project={project}
      fields={fields}
      set={(part) => draft.change(cue, part)}
      busy={edit.isPending}
      error={edit.error}
      more={<More cue={cue} projectId={project.id} onClose={onClose} />}
      present={draft.edit?.moved.map((field) => inWords(draft.edit!.seen, field))}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
