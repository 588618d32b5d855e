import Button from 'antd/es/button';
import { Popconfirm } from '../../../components/late';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import type { Lesson } from '../../../api/types';
import { AskButton } from '../../../components/AskButton';
import { Panel } from '../../../components/Panel';
import { formatInstant } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import '../../../styles/house.css';

interface ListProps {
  lessons: readonly Lesson[];
  zone: string;
  /** Names the project or work item that each is about. */
  named?: boolean;
}

export function LessonList({ lessons, zone, named = false }: ListProps) {
  const { t } = useI18n();
  return (
    <ul className="lessons">
      {lessons.map((lesson) => (
        <li key={lesson.id}>
          <p className="lesson-text">{lesson.text}</p>
          <p className="muted">
            {[
              named && lesson.projectName,
              named && lesson.about && t('lessons.about', { title: lesson.about }),
              t('lessons.by', { name: lesson.writtenBy.name, at: formatInstant(lesson.writtenAt, zone) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {lesson.mine && <Own lesson={lesson} />}
        </li>
      ))}
    </ul>
  );
}

function Own({ lesson }: { lesson: Lesson }) {
  const { t } = useI18n();
  const edit = api.useMutation('patch', '/api/lessons/{id}', { meta: { quiet: true } });
  const remove = api.useMutation('delete', '/api/lessons/{id}');
  const path = { id: lesson.id };
  return (
    <p className="lesson-actions">
      <AskButton
        type="text"
        size="small"
        title={t('lessons.edit')}
        label={t('lessons.text')}
        initial={lesson.text}
        onConfirm={(text) => edit.mutateAsync({ params: { path, header: ifMatch(lesson) }, body: { text } })}
      >
        {t('common.edit')}
      </AskButton>
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
    </p>
  );
}

interface PanelProps {
  lessons: { own: Lesson[]; earlier: Lesson[] } | undefined;
  zone: string;
  onAdd: (text: string) => Promise<unknown>;
}

function LessonsPanel({ lessons, zone, onAdd }: PanelProps) {
  const { t } = useI18n();
  const { own = [], earlier = [] } = lessons ?? {};
  return (
    <Panel
      title={t('lessons.title')}
      count={own.length + earlier.length || undefined}
      actions={
        <AskButton title={t('lessons.add')} label={t('lessons.text')} onConfirm={onAdd}>
          {t('lessons.add')}
        </AskButton>
      }
    >
      {lessons && own.length + earlier.length === 0 && <p className="muted">{t('lessons.none')}</p>}
      <LessonList lessons={own} zone={zone} />
      {earlier.length > 0 && <h3>{t('lessons.earlier')}</h3>}
      <LessonList lessons={earlier} zone={zone} named />
    </Panel>
  );
}

export function ItemLessons({ id, zone }: { id: string; zone: string }) {
  const params = { path: { id } };
  const query = api.useQuery('get', '/api/work-items/{id}/lessons', { params });
  const add = api.useMutation('post', '/api/work-items/{id}/lessons', { meta: { quiet: true } });
  return (
    <LessonsPanel lessons={query.data} zone={zone} onAdd={(text) => add.mutateAsync({ params, body: { text } })} />
  );
}

export function ProjectLessons({ id, zone }: { id: string; zone: string }) {
  const params = { path: { id } };
  const query = api.useQuery('get', '/api/projects/{id}/lessons', { params });
  const add = api.useMutation('post', '/api/projects/{id}/lessons', { meta: { quiet: true } });
  return (
    <LessonsPanel lessons={query.data} zone={zone} onAdd={(text) => add.mutateAsync({ params, body: { text } })} />
  );
}
