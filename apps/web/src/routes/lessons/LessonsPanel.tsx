import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../api/client';
import { ifMatch } from '../../api/edit';
import type { Lesson, LessonList as Lists } from '../../api/types';
import { Popconfirm } from '../../components/late';
import { Panel } from '../../components/Panel';
import { useI18n } from '../../i18n';
import { type bodyOf, draftOf, EMPTY } from './draft';
import { LessonForm } from './LessonForm';
import { LessonList } from './LessonList';

function Own({ lesson }: { lesson: Lesson }) {
  const { t } = useI18n();
  const [edits, setEdits] = useState(false);
  const edit = api.useMutation('patch', '/api/lessons/{id}', { meta: { quiet: true } });
  const remove = api.useMutation('delete', '/api/lessons/{id}');
  const path = { id: lesson.id };
  return (
    <p className="lesson-actions">
      <Button type="text" size="small" onClick={() => setEdits(true)}>
        {t('common.edit')}
      </Button>
      <Popconfirm
        title={t('lessons.removeAsk')}
        okText={t('lessons.remove')}
        cancelText={t('common.cancel')}
        onConfirm={() => remove.mutate({ params: { path } })}
      >
        <Button type="text" size="small">
          {t('lessons.remove')}
        </Button>
      </Popconfirm>
      {edits && (
        <LessonForm
          title={t('lessons.edit')}
          initial={draftOf(lesson)}
          proposes={lesson.place !== null}
          save={(body) => edit.mutateAsync({ params: { path, header: ifMatch(lesson) }, body })}
          onClose={() => setEdits(false)}
        />
      )}
    </p>
  );
}

interface PanelProps {
  lessons: Lists | undefined;
  zone: string;
  proposes: boolean;
  guidance?: string | null;
  onAdd: (body: ReturnType<typeof bodyOf>) => Promise<unknown>;
}

function LessonsPanel({ lessons, zone, proposes, guidance, onAdd }: PanelProps) {
  const { t } = useI18n();
  const [adds, setAdds] = useState(false);
  const { own = [], earlier = [], house = [] } = lessons ?? {};
  const all = own.length + earlier.length + house.length;
  return (
    <Panel
      title={t('lessons.title')}
      count={all || undefined}
      actions={<Button onClick={() => setAdds(true)}>{t('lessons.add')}</Button>}
    >
      {guidance && (
        <p className="lesson-guidance">
          <strong>{t('lessons.guidance')}</strong>
          {guidance}
        </p>
      )}
      {lessons && all === 0 && <p className="muted">{t('lessons.none')}</p>}
      <LessonList lessons={own} zone={zone} beside={(lesson) => lesson.mine && <Own lesson={lesson} />} />
      {earlier.length > 0 && <h3>{t('lessons.earlier')}</h3>}
      <LessonList lessons={earlier} zone={zone} named />
      {house.length > 0 && <h3>{t('lessons.house', { count: house.length })}</h3>}
      <LessonList lessons={house} zone={zone} named />
      {adds && (
        <LessonForm
          title={t('lessons.add')}
          initial={EMPTY}
          proposes={proposes}
          save={onAdd}
          onClose={() => setAdds(false)}
        />
      )}
    </Panel>
  );
}

interface ItemProps {
  id: string;
  zone: string;
  /** Whether it is a task of a standard, or of the house's own template. */
  planned: boolean;
}

export function ItemLessons({ id, zone, planned }: ItemProps) {
  const params = { path: { id } };
  const query = api.useQuery('get', '/api/work-items/{id}/lessons', { params });
  const add = api.useMutation('post', '/api/work-items/{id}/lessons', { meta: { quiet: true } });
  return (
    <LessonsPanel
      lessons={query.data}
      guidance={query.data?.guidance}
      zone={zone}
      proposes={planned}
      onAdd={(body) => add.mutateAsync({ params, body })}
    />
  );
}

export function ProjectLessons({ id, zone }: { id: string; zone: string }) {
  const params = { path: { id } };
  const query = api.useQuery('get', '/api/projects/{id}/lessons', { params });
  const add = api.useMutation('post', '/api/projects/{id}/lessons', { meta: { quiet: true } });
  return (
    <LessonsPanel
      lessons={query.data}
      zone={zone}
      proposes={false}
      onAdd={({ text, kind, audience }) => add.mutateAsync({ params, body: { text, kind, audience } })}
    />
  );
}
