import type { Standard } from '../../api/types';
import { useI18n } from '../../i18n';

type Task = Standard['duties'][number]['tasks'][number];

function TaskBlock({ task }: { task: Task }) {
  const { t } = useI18n();
  return (
    <article className="task">
      <h4>
        <span className="code">{task.code}</span>
        {task.title}
        {task.level !== null && <span className="muted">{t('standard.level', { level: task.level })}</span>}
      </h4>
      {task.condition && <p className="note">{task.condition}</p>}
      {task.outputs.length > 0 && <h5>{t('standard.outputs')}</h5>}
      <ul>
        {task.outputs.map((output, index) => (
          <li key={index}>
            {output.code && <span className="code">{output.code}</span>}
            {output.title}
          </li>
        ))}
      </ul>
      {task.indicators.length > 0 && <h5>{t('standard.indicators')}</h5>}
      <ul>
        {task.indicators.map((indicator, index) => (
          <li key={index}>
            <span className="code">{indicator.code}</span>
            {indicator.text}
          </li>
        ))}
      </ul>
      <p className="ks">
        {task.knowledge.length > 0 && (
          <span>
            {t('standard.knowledge')} {task.knowledge.join(' ')}
          </span>
        )}
        {task.skills.length > 0 && (
          <span>
            {t('standard.skills')} {task.skills.join(' ')}
          </span>
        )}
      </p>
    </article>
  );
}

/** Duties, their tasks, outputs and indicators, word for word. */
export function Duties({ standard }: { standard: Standard }) {
  const { t } = useI18n();
  return (
    <section className="duties" aria-label={t('standard.duties')}>
      {standard.duties.map((duty, index) => (
        <details key={duty.code} open={index === 0}>
          <summary>
            <h3>
              <span className="code">{duty.code}</span>
              {duty.title}
            </h3>
            <span className="muted">{t('standard.tasks', { count: duty.tasks.length })}</span>
          </summary>
          {duty.tasks.map((task, at) => (
            <TaskBlock key={at} task={task} />
          ))}
        </details>
      ))}
    </section>
  );
}
