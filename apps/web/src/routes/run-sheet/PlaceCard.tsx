import type { Cue, RunSheet } from '../../api/types';
import { useI18n } from '../../i18n';
import { CallButtons } from './CallButtons';
import { CueLinks, CueMarks, CueTime, LateMark, useStartsIn, useWho } from './CueParts';
import { overBy, type PlaceNow, spanText } from './cues.rules';

interface Props {
  at: PlaceNow;
  sheet: RunSheet;
  now: number;
}

type When = 'running' | 'due' | 'next';

function Countdown({ cue, when, now }: { cue: Cue; when: When; now: number }) {
  const { t } = useI18n();
  const startsIn = useStartsIn();
  const over = overBy(cue, now);
  if (when === 'next') return <>{startsIn(cue.startsAt - now)}</>;
  if (when === 'due') return <span className="cue-over">{t('runSheet.now.due')}</span>;
  if (over > 0) return <span className="cue-over">{t('runSheet.now.over', { count: over })}</span>;
  return <>{t('runSheet.now.left', { span: spanText(Math.max(0, cue.endsAt - now)) })}</>;
}

function NowCue({ cue, when, sheet, now }: { cue: Cue; when: When } & Omit<Props, 'at'>) {
  const { t } = useI18n();
  const who = useWho()(cue);
  return (
    <li className={cue.mine ? `now-cue now-${when} now-mine` : `now-cue now-${when}`}>
      <p className="now-when">
        <strong>{t(`runSheet.now.${when === 'next' ? 'next' : 'current'}`)}</strong>
        <span role="timer">
          <Countdown cue={cue} when={when} now={now} />
        </span>
      </p>
      <h3>{cue.title}</h3>
      <p className="now-facts">
        <CueTime cue={cue} /> <LateMark cue={cue} /> <CueMarks cue={{ ...cue, state: 'waiting' }} />
      </p>
      {who && <p className="muted">{who}</p>}
      {when !== 'next' && cue.notes && <p className="cue-notes">{cue.notes}</p>}
      {when !== 'next' && <CueLinks cue={cue} projectId={sheet.projectId} />}
      <CallButtons cue={cue} sheet={sheet} />
    </li>
  );
}

/** What goes on in one place, and what comes next. */
export function PlaceCard({ at: { place, running, due, next }, sheet, now }: Props) {
  const [first] = next;
  const rows: [Cue, When][] = [
    ...running.map((cue): [Cue, When] => [cue, 'running']),
    ...due.map((cue): [Cue, When] => [cue, 'due']),
    ...(first ? [[first, 'next'] as [Cue, When]] : []),
  ];
  return (
    <section className="panel place-now" aria-label={place}>
      <header className="panel-header">
        <h2>{place}</h2>
      </header>
      <ul>
        {rows.map(([cue, when]) => (
          <NowCue key={cue.id} cue={cue} when={when} sheet={sheet} now={now} />
        ))}
      </ul>
    </section>
  );
}
