import type { Standard } from '../../api/types';
import { useI18n } from '../../i18n';
import { anchorOf } from './anchors';
import { Competences } from './Competences';
import { Errata } from './Errata';
import { PlaceCode } from './PlaceCode';
import { errataAt, useReading } from './reading';
import { Row } from './Row';
import { UseOfTask } from './UseOfTask';

type Duty = Standard['duties'][number];
type Task = Duty['tasks'][number];

/** What makes an element the end of a link: found, it is brought into view and read from there. */
function usePlace(place: string) {
  const { here } = useReading();
  if (here === null) return {};
  const id = anchorOf(place);
  return { id, tabIndex: -1, 'data-found': here === id || undefined };
}

function Outputs({ task }: { task: Task }) {
  const { t } = useI18n();
  if (task.outputs.length === 0) return null;
  return (
    <section>
      <h4>{t('standard.outputs')}</h4>
      <ul>
        {task.outputs.map(({ place, code, title, condition }) => (
          <Row key={place} place={place} code={code} below={condition && <p className="condition">{condition}</p>}>
            {title}
          </Row>
        ))}
      </ul>
    </section>
  );
}

function Indicators({ task }: { task: Task }) {
  const { t } = useI18n();
  if (task.indicators.length === 0) return null;
  return (
    <section>
      <h4>{t('standard.indicators')}</h4>
      <ul>
        {task.indicators.map(({ place, code, text, condition }) => (
          <Row key={place} place={place} code={code} below={condition && <p className="condition">{condition}</p>}>
            {text}
          </Row>
        ))}
      </ul>
    </section>
  );
}

function TaskBlock({ task }: { task: Task }) {
  const { t } = useI18n();
  const { standard } = useReading();
  return (
    <article className="task" {...usePlace(task.place)}>
      <h3>
        <PlaceCode place={task.place} code={task.code} />
        {task.title}
        {task.level !== null && <span className="task-level">{t('standard.level', { level: task.level })}</span>}
      </h3>
      {task.condition && <p className="condition">{task.condition}</p>}
      <Errata of={errataAt(standard, task.place)} words={task.title} />
      <div className="task-rows">
        <Outputs task={task} />
        <Indicators task={task} />
      </div>
      <div className="task-more">
        <Competences title={t('standard.knowledge')} list="knowledge" codes={task.knowledge} />
        <Competences title={t('standard.skills')} list="skills" codes={task.skills} />
        <UseOfTask task={task} />
      </div>
    </article>
  );
}

function DutySection({ duty }: { duty: Duty }) {
  const { standard } = useReading();
  return (
    <section className="duty" {...usePlace(duty.code)}>
      <h2>
        <PlaceCode place={duty.code} code={duty.code} />
        {duty.title}
      </h2>
      <Errata of={errataAt(standard, duty.code)} words={duty.title} />
      {duty.tasks.map((task) => (
        <TaskBlock key={task.place} task={task} />
      ))}
    </section>
  );
}

/** Duties, their tasks, outputs and indicators, word for word. */
export function Duties() {
  const { standard } = useReading();
  return (
    <div className="duties">
      {standard.duties.map((duty) => (
        <DutySection key={duty.code} duty={duty} />
      ))}
    </div>
  );
}
