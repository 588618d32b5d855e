import { api } from '../../api/client';
import { useI18n } from '../../i18n';
import { LessonList } from './LessonList';

interface Props {
  /** Slug of the template. */
  template: string;
  /** Of the tasks that the plan holds. */
  places: readonly string[];
}

/** What other projects have learnt at the tasks of a plan, before it is started. */
export function PastLessons({ template, places }: Props) {
  const { t } = useI18n();
  const { data } = api.useQuery('get', '/api/templates/{slug}/lessons', { params: { path: { slug: template } } });
  const planned = new Set(places);
  const lessons = (data?.items ?? []).filter(({ place }) => place !== null && planned.has(place));
  if (lessons.length === 0) return null;
  return (
    <details className="past-lessons">
      <summary>{t('lessons.past', { count: lessons.length })}</summary>
      <LessonList lessons={lessons} named />
    </details>
  );
}
