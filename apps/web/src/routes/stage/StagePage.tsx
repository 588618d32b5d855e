import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Cue, RunSheet } from '../../api/types';
import { switchLanguage, useI18n } from '../../i18n';
import { useMe } from '../../app/session';
import { LoadState } from '../../components/LoadState';
import { formatDay } from '../../format/dates';
import { LiveBar } from '../../live/LiveBar';
import { LateMark, useStartsIn } from '../run-sheet/CueParts';
import { clockText, dayToShow, endOf, overBy, type PlaceNow, placesNow, spanText } from '../run-sheet/cues.rules';
import { useNow } from '../run-sheet/useNow';
import { useRunSheet } from '../run-sheet/useRunSheet';
import { StageDay } from './StageDay';
import '../../styles/run-sheet.css';
import '../../styles/stage.css';

const route = getRouteApi('/stage/$projectId');

/** More places than these are told in a line: what is read from the back of a hall has to be large. */
const MOST_PLACES = 4;
const NEXT_SHOWN = 3;

function Clock({ now, zone }: { now: number; zone: string }) {
  const { locale } = useI18n();
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-TW', {
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: zone },
  });
  return <time className="stage-clock">{format.format(now)}</time>;
}

function Current({ cue, now }: { cue: Cue; now: number }) {
  const { t } = useI18n();
  const over = overBy(cue, now);
  const runs = cue.state === 'running';
  return (
    <div className="stage-current">
      <p className="stage-time">
        {clockText(cue.minute)}–{clockText(endOf(cue))} <LateMark cue={cue} />
      </p>
      <h2>{cue.title}</h2>
      {cue.outside && <p className="stage-who">{cue.outside}</p>}
      <p className={over > 0 || !runs ? 'stage-left stage-over' : 'stage-left'}>
        {runs
          ? over > 0
            ? t('runSheet.now.over', { count: over })
            : t('runSheet.now.left', { span: spanText(Math.max(0, cue.endsAt - now)) })
          : t('runSheet.now.due')}
      </p>
    </div>
  );
}

function Place({ at: { place, running, due, next }, now }: { at: PlaceNow; now: number }) {
  const { t } = useI18n();
  const startsIn = useStartsIn();
  const [current] = [...running, ...due];
  const soon = [...[...running, ...due].slice(1), ...next].slice(0, NEXT_SHOWN);
  const [first] = next;
  return (
    <section className="stage-place" aria-label={place}>
      <h3>{place}</h3>
      {current ? (
        <Current cue={current} now={now} />
      ) : (
        <p className="stage-nothing">{first ? startsIn(first.startsAt - now) : t('runSheet.over')}</p>
      )}
      <ol className="stage-next" aria-label={t('runSheet.now.next')}>
        {soon.map((cue) => (
          <li key={cue.id}>
            <span>{clockText(cue.minute)}</span>
            <strong>{cue.title}</strong>
            <LateMark cue={cue} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Show({ sheet }: { sheet: RunSheet }) {
  const { t } = useI18n();
  const now = useNow();
  const { day: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const day = dayToShow(sheet, asked, now);
  const places = placesNow(
    sheet.cues.filter((cue) => cue.day === day),
    now,
  );
  const [shown, rest] = [places.slice(0, MOST_PLACES), places.slice(MOST_PLACES)];
  return (
    <>
      <header className="stage-head">
        <div>
          <h1>{sheet.projectName}</h1>
          <p>
            {formatDay(day)}
            <StageDay
              sheet={sheet}
              asked={asked}
              onChange={(to) => void navigate({ search: { day: to }, replace: true })}
            />
          </p>
        </div>
        <Clock now={now} zone={sheet.zone} />
      </header>
      {places.length === 0 && <p className="stage-nothing">{t('runSheet.over')}</p>}
      <div className={`stage-places stage-places-${shown.length}`}>
        {shown.map((at) => (
          <Place key={at.place} at={at} now={now} />
        ))}
      </div>
      {rest.length > 0 && (
        <p className="stage-rest">
          {rest.map(({ place, running, due, next }) => {
            const cue = (running[0] ?? due[0] ?? next[0])!;
            return (
              <span key={place}>
                {place}
                {t('common.colon')}
                {clockText(cue.minute)} {cue.title}
              </span>
            );
          })}
        </p>
      )}
    </>
  );
}

/** The show on a large screen behind the scenes: no menus, dark, to be read from afar. */
export function StagePage() {
  const { projectId } = route.useParams();
  const { locale: own } = useMe();
  const query = useRunSheet(projectId);
  const name = query.data?.projectName;
  useEffect(() => void switchLanguage(own), [own]);
  useEffect(() => {
    if (name) document.title = `${name} · Convener`;
  }, [name]);
  return (
    <main className="stage">
      {query.data ? <Show sheet={query.data} /> : <LoadState query={query} level={1} />}
      <LiveBar />
    </main>
  );
}
