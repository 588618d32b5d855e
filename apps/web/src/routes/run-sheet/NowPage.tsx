import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RunSheet } from '../../api/types';
import { useMe } from '../../app/session';
import { useOnline } from '../../app/useOnline';
import { EmptyState } from '../../components/EmptyState';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { Panel } from '../../components/Panel';
import { Tick } from '../../components/Tick';
import { formatTime } from '../../format/dates';
import { useI18n } from '../../i18n';
import { CueLine } from './CueLine';
import { dayToShow, MINUTE_MS, placesNow } from './cues.rules';
import { DayChoice } from './DayChoice';
import { PlaceCard } from './PlaceCard';
import { useNow } from './useNow';
import { useRunSheet } from './useRunSheet';
import '../../styles/run-sheet.css';

const route = getRouteApi('/inside/run-sheet/$projectId');

function Places({ sheet, day }: { sheet: RunSheet; day: string }) {
  const now = useNow();
  const places = placesNow(
    sheet.cues.filter((cue) => cue.day === day),
    now,
  );
  return (
    <>
      <p className="now-clock">
        <span>{formatTime(now, sheet.zone)}</span>
      </p>
      <div className="places-now">
        {places.map((at) => (
          <PlaceCard key={at.place} at={at} sheet={sheet} now={now} />
        ))}
      </div>
    </>
  );
}

function DayList({ sheet, day }: { sheet: RunSheet; day: string }) {
  const { t } = useI18n();
  const [onlyMine, setOnlyMine] = useState(false);
  const cues = sheet.cues.filter((cue) => cue.day === day);
  const shown = onlyMine ? cues.filter(({ mine }) => mine) : cues;
  if (cues.length === 0) return <EmptyState title={t('runSheet.emptyDay')} text={t('runSheet.emptyDayText')} />;
  return (
    <Panel
      title={t('runSheet.wholeDay')}
      count={shown.length}
      actions={
        cues.some(({ mine }) => mine) && (
          <Tick checked={onlyMine} onChange={setOnlyMine}>
            {t('runSheet.onlyMine')}
          </Tick>
        )
      }
    >
      <ul className="cue-lines">
        {shown.map((cue) => (
          <CueLine key={cue.id} cue={cue} sheet={sheet} />
        ))}
      </ul>
    </Panel>
  );
}

/** The show in the hand: what goes on now, what comes next, and for whoever calls it the buttons to do so. */
export function NowPage() {
  const { t } = useI18n();
  const { temporary } = useMe();
  const online = useOnline();
  const { projectId } = route.useParams();
  const { day: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useRunSheet(projectId);
  const minute = useNow(MINUTE_MS);
  const sheet = query.data;
  if (!sheet)
    return (
      <main className="page">
        <LoadState query={query} level={1} />
      </main>
    );
  const day = dayToShow(sheet, asked, minute);
  return (
    <main className="page now-page">
      <PageHeader
        title={t('runSheet.title')}
        lead={temporary ? sheet.projectName : undefined}
        back={
          !temporary && (
            <Link to="/projects/$projectId/run-sheet" params={{ projectId }} search={{ day }}>
              {sheet.projectName}
            </Link>
          )
        }
        actions={
          <Link to="/stage/$projectId" params={{ projectId }} className="stage-link">
            {t('runSheet.stage')}
          </Link>
        }
      />
      {!online && (
        <p className="now-offline" role="status">
          {t('runSheet.offline', { at: formatTime(query.dataUpdatedAt, sheet.zone) })}
        </p>
      )}
      <DayChoice sheet={sheet} day={day} onChange={(to) => void navigate({ search: { day: to }, replace: true })} />
      <Places sheet={sheet} day={day} />
      <DayList sheet={sheet} day={day} />
    </main>
  );
}
