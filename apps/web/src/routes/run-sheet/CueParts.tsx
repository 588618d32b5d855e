import { Link } from '@tanstack/react-router';
import type { Cue } from '../../api/types';
import { useI18n } from '../../i18n';
import { clockText, endOf, lateBy, spanText, wholeDays } from './cues.rules';

type Timed = Pick<Cue, 'minute' | 'minutes' | 'plannedMinute'>;

/** `+10 分`: how far it is from where it was planned. */
export function LateMark({ cue }: { cue: Pick<Cue, 'minute' | 'plannedMinute'> }) {
  const { t } = useI18n();
  const late = lateBy(cue);
  if (late === 0) return null;
  return (
    <span className={late > 0 ? 'cue-late' : 'cue-early'}>
      {t(late > 0 ? 'runSheet.late' : 'runSheet.early', { count: Math.abs(late) })}
    </span>
  );
}

/** When it begins and ends; where it was moved, when it was to begin. */
export function CueTime({ cue }: { cue: Timed }) {
  const { t } = useI18n();
  return (
    <span className="cue-time">
      <span>
        {clockText(cue.minute)}
        {cue.minutes > 0 && <small>–{clockText(endOf(cue))}</small>}
      </span>
      {lateBy(cue) !== 0 && (
        <small className="cue-planned">{t('runSheet.planned', { time: clockText(cue.plannedMinute) })}</small>
      )}
    </span>
  );
}

export function useWho() {
  const { t, pick } = useI18n();
  return ({ people, team, outside }: Pick<Cue, 'people' | 'team' | 'outside'>) =>
    [team && pick(team.name, team.nameEn), ...people.map(({ name }) => name), outside]
      .filter(Boolean)
      .join(t('common.comma'));
}

/** How long until it begins: days while they are to be counted in days, then a clock. */
export function useStartsIn() {
  const { t } = useI18n();
  return (ms: number) => {
    const count = wholeDays(ms);
    return count > 0 ? t('runSheet.now.inDays', { count }) : t('runSheet.now.in', { span: spanText(ms) });
  };
}

type Linked = Pick<Cue, 'files' | 'work'>;

/** What it needs at hand, and the work that it is about. */
export function CueLinks({ cue: { files, work }, projectId }: { cue: Linked; projectId: string }) {
  const { pick } = useI18n();
  if (files.length === 0 && !work) return null;
  return (
    <ul className="cue-links">
      {files.map(({ name, link, isFile, evidenceId }, at) => {
        const to = isFile ? `/api/evidence/${evidenceId}/file` : link;
        return (
          <li key={at}>
            {to ? (
              <a href={to} target="_blank" rel="noreferrer">
                {name}
              </a>
            ) : (
              name
            )}
          </li>
        );
      })}
      {work && (
        <li>
          <Link to="/projects/$projectId/items/$itemId" params={{ projectId, itemId: work.id }}>
            {pick(work.title, work.titleEn)}
          </Link>
        </li>
      )}
    </ul>
  );
}

/** Fixed, mine, running, over or left out. */
export function CueMarks({ cue: { fixed, state, mine } }: { cue: Pick<Cue, 'fixed' | 'state' | 'mine'> }) {
  const { t } = useI18n();
  return (
    <>
      {state !== 'waiting' && <span className={`tag cue-${state}`}>{t(`runSheet.state.${state}`)}</span>}
      {fixed && <span className="tag cue-fixed">{t('runSheet.fixed')}</span>}
      {mine && <span className="tag cue-mine">{t('runSheet.mine')}</span>}
    </>
  );
}
