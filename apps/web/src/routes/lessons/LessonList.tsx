import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Lesson, Proposal } from '../../api/types';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import '../../styles/house.css';

interface ListProps<L extends Lesson> {
  lessons: readonly L[];
  zone?: string;
  /** Names the project or work item that each is about. */
  named?: boolean;
  /** What can be done with each. */
  beside?: (lesson: L) => ReactNode;
}

export function LessonList<L extends Lesson>({ lessons, zone, named = false, beside }: ListProps<L>) {
  return (
    <ul className="lessons">
      {lessons.map((lesson) => (
        <li key={lesson.id}>
          <LessonText {...{ lesson, zone, named }} />
          {beside?.(lesson)}
        </li>
      ))}
    </ul>
  );
}

/** What a template could do about it, in words. */
export function useProposalText(): (proposal: Proposal) => string {
  const { t } = useI18n();
  return ({ what, days = 0, text = '' }) => {
    if (what === 'days')
      return t(days < 0 ? 'lessons.proposes.earlier' : 'lessons.proposes.later', { count: Math.abs(days) });
    return t(`lessons.proposes.${what}`, { text });
  };
}

function LessonText({ lesson, zone, named }: { lesson: Lesson; zone?: string; named: boolean }) {
  const { t, pick } = useI18n();
  const proposed = useProposalText();
  const { kind, audience, text, proposal, projectName, about, writtenBy, writtenAt, takenInto, from, projectId } =
    lesson;
  const at = formatInstant(writtenAt, zone);
  return (
    <>
      <p className="lesson-text">
        <span className={`tag lesson-${kind}`}>{t(`lessons.kind.${kind}`)}</span> {text}
      </p>
      {proposal && <p className="lesson-proposal">{t('lessons.proposes.is', { what: proposed(proposal) })}</p>}
      <p className="muted">
        {[
          named && projectName,
          named && about && t('lessons.about', { title: about }),
          writtenBy ? t('lessons.by', { name: writtenBy.name, at }) : at,
          !named && audience !== 'house' && t(`lessons.audience.${audience}`),
        ]
          .filter(Boolean)
          .join(' · ')}
        {from?.kind === 'register-row' && <span> · {t('lessons.fromRow', { name: from.title })}</span>}
        {from?.kind === 'record-entry' && lesson.workItemId && (
          <>
            {' · '}
            <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: lesson.workItemId }}>
              {t('lessons.fromEntry', { name: from.title })}
            </Link>
          </>
        )}
      </p>
      {takenInto.map(({ templateId, name, nameEn, version, published }) => (
        <p key={templateId} className="muted">
          {t(published ? 'lessons.taken' : 'lessons.takenDraft', { name: pick(name, nameEn), version })}
        </p>
      ))}
    </>
  );
}
