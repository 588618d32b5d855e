import Button from 'antd/es/button';
import { api } from '../../api/client';
import type { HouseLesson } from '../../api/types';
import { AskButton } from '../../components/AskButton';
import { LoadState } from '../../components/LoadState';
import { Panel } from '../../components/Panel';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import { LessonList } from './LessonList';

const PATH = '/api/house-templates/{id}/lessons';

/** What projects have learnt at the tasks of a draft: each is taken into it, or declined with a reason. */
export function HouseLessons({ id }: { id: string }) {
  const { t } = useI18n();
  const query = api.useQuery('get', PATH, { params: { path: { id } } });
  const items = query.data?.items;
  if (!items) return <LoadState query={query} />;
  const waiting = items.filter(({ decision, proposal }) => decision === null && proposal !== null);
  const plain = items.filter(({ decision, proposal }) => decision === null && proposal === null);
  const decided = items.filter(({ decision }) => decision !== null);
  return (
    <Panel title={t('lessons.title')} count={items.length}>
      {items.length === 0 && <p className="muted">{t('lessons.noneForHouse')}</p>}
      {waiting.length > 0 && <h3>{t('lessons.waiting', { count: waiting.length })}</h3>}
      <LessonList lessons={waiting} named beside={(lesson) => <Decide houseId={id} lesson={lesson} />} />
      {decided.length > 0 && <h3>{t('lessons.decided', { count: decided.length })}</h3>}
      <LessonList lessons={decided} named beside={(lesson) => <Decided houseId={id} lesson={lesson} />} />
      {plain.length > 0 && <h3>{t('lessons.plain', { count: plain.length })}</h3>}
      <LessonList lessons={plain} named />
    </Panel>
  );
}

interface Props {
  houseId: string;
  lesson: HouseLesson;
}

function Decide({ houseId, lesson }: Props) {
  const { t } = useI18n();
  const params = { path: { id: houseId, lessonId: lesson.id } };
  const take = api.useMutation('post', `${PATH}/{lessonId}/take`);
  const decline = api.useMutation('post', `${PATH}/{lessonId}/decline`, { meta: { quiet: true } });
  return (
    <p className="lesson-actions">
      <Button size="small" type="primary" loading={take.isPending} onClick={() => take.mutate({ params, body: {} })}>
        {t('lessons.take')}
      </Button>
      {lesson.decision === null && (
        <AskButton
          size="small"
          title={t('lessons.decline')}
          label={t('common.reason')}
          onConfirm={(reason) => decline.mutateAsync({ params, body: { reason } })}
        >
          {t('lessons.decline')}
        </AskButton>
      )}
    </p>
  );
}

function Decided({ houseId, lesson }: Props) {
  const { t } = useI18n();
  const decision = lesson.decision!;
  const said = { name: decision.by.name, at: formatInstant(decision.at) };
  return (
    <>
      <p className="muted">
        {t(decision.taken ? 'lessons.takenBy' : 'lessons.declinedBy', said)}
        {decision.reason && t('common.colon')}
        {decision.reason}
      </p>
      {!decision.taken && <Decide houseId={houseId} lesson={lesson} />}
    </>
  );
}
