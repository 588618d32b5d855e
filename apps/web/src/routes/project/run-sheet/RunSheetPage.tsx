import Button from 'antd/es/button';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/client';
import type { Cue, Project, RunSheet } from '../../../api/types';
import { useIsPhone } from '../../../app/useIsPhone';
import { usePrinting } from '../../../app/usePrinting';
import { EmptyState } from '../../../components/EmptyState';
import { LoadState } from '../../../components/LoadState';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { daysOf, dayToShow } from '../../run-sheet/cues.rules';
import { DayChoice } from '../../run-sheet/DayChoice';
import { DelayDialog } from '../../run-sheet/DelayDialog';
import { useRunSheet } from '../../run-sheet/useRunSheet';
import { useProject } from '../useProject';
import { CopyDay } from './CopyDay';
import { copyOf } from './cueFields';
import { EditCue, NewCue } from './CueForms';
import { PasteRows } from './PasteRows';
import { PhoneRows } from './PhoneRows';
import { LastDelay, SheetWarnings } from './SheetNotes';
import { SheetTable } from './SheetTable';
import { useSheetKeys } from './useSheetKeys';
import '../../../styles/run-sheet.css';

const route = getRouteApi('/inside/projects/$projectId/run-sheet');

/** Wide as a table of six columns is. */
const PAPER = '@page { size: A4 landscape; margin: 11mm 12mm 13mm }';

type Opened = { new: true } | { edit: string } | { delay: string };

interface PartProps {
  sheet: RunSheet;
  day: string;
  onDay: (day: string) => void;
  onNew: () => void;
}

function Tools({ sheet, day, onDay, onNew }: PartProps) {
  const { t } = useI18n();
  const { projectId, mayEdit } = sheet;
  const cues = sheet.cues.filter((cue) => cue.day === day);
  return (
    <div className="sheet-tools panel-actions">
      {mayEdit && (
        <Button type="primary" onClick={onNew}>
          {t('runSheet.add')}
        </Button>
      )}
      {mayEdit && <PasteRows projectId={projectId} day={day} place={cues.at(-1)?.place ?? ''} />}
      {mayEdit && cues.length > 0 && <CopyDay projectId={projectId} day={day} onCopied={onDay} />}
      <span className="sheet-links">
        <Link to="/run-sheet/$projectId" params={{ projectId }} search={{ day }}>
          {t('runSheet.nowLink')}
        </Link>
        <Link to="/stage/$projectId" params={{ projectId }} target="_blank">
          {t('runSheet.stage')}
        </Link>
        {sheet.cues.length > 0 && (
          <button type="button" className="link-button" onClick={() => window.print()}>
            {t('runSheet.print')}
          </button>
        )}
      </span>
    </div>
  );
}

/** What is open over the page. A cue that somebody else has removed meanwhile closes by itself. */
function Dialogs(props: {
  opened: Opened | null;
  sheet: RunSheet;
  project: Project;
  day: string;
  onClose: () => void;
}) {
  const { opened, sheet, project, day, onClose } = props;
  if (!opened) return null;
  const common = { sheet, project, onClose };
  if ('new' in opened) return <NewCue {...common} day={day} />;
  const cue = sheet.cues.find(({ id }) => id === ('edit' in opened ? opened.edit : opened.delay));
  if (!cue) return null;
  if ('edit' in opened) return <EditCue {...common} cue={cue} />;
  return <DelayDialog cue={cue} sheet={sheet} minutes={10} onClose={onClose} />;
}

function Days(props: { sheet: RunSheet; day: string; cursor: string | null; open: (to: Opened) => void }) {
  const { sheet, day, cursor, open } = props;
  const phone = useIsPhone();
  const printing = usePrinting();
  const does = {
    onOpen: ({ id }: Cue) => open({ edit: id }),
    onDelay: ({ id }: Cue) => open({ delay: id }),
  };
  const cuesOf = (one: string) => sheet.cues.filter((cue) => cue.day === one);
  // On paper every day that has something.
  const shown = printing ? daysOf(sheet).filter((one) => cuesOf(one).length > 0) : [day];
  if (phone) return <PhoneRows cues={cuesOf(day)} sheet={sheet} {...does} />;
  return shown.map((one) => (
    <SheetTable key={one} cues={cuesOf(one)} sheet={sheet} caption={formatDay(one)} cursor={cursor} {...does} />
  ));
}

function Sheet({ sheet, project }: { sheet: RunSheet; project: Project }) {
  const { t } = useI18n();
  const { day: asked } = route.useSearch();
  const navigate = route.useNavigate();
  const [opened, setOpened] = useState<Opened | null>(null);
  // When the page was opened: whoever plans at night is not taken to another day.
  const [now] = useState(Date.now);
  const day = dayToShow(sheet, asked, now);
  const cues = sheet.cues.filter((cue) => cue.day === day);
  const add = api.useMutation('post', '/api/projects/{id}/run-sheet/cues');
  const params = { path: { id: project.id } };
  const cursor = useSheetKeys(cues, {
    ...{ mayEdit: sheet.mayEdit, mayCall: sheet.mayCall },
    onNew: () => setOpened({ new: true }),
    onOpen: ({ id }) => setOpened({ edit: id }),
    onDelay: ({ id }) => setOpened({ delay: id }),
    onCopy: (cue) => add.mutate({ params, body: { cues: [copyOf(cue)] } }),
  });
  const onDay = (to: string) => void navigate({ search: { day: to }, replace: true });
  return (
    <section className="run-sheet" aria-label={t('runSheet.title')}>
      <style>{`@media print { ${PAPER} }`}</style>
      <Tools sheet={sheet} day={day} onDay={onDay} onNew={() => setOpened({ new: true })} />
      <DayChoice sheet={sheet} day={day} onChange={onDay} />
      <LastDelay sheet={sheet} day={day} />
      <SheetWarnings sheet={sheet} day={day} />
      {cues.length === 0 && (
        <EmptyState
          title={t('runSheet.emptyDay')}
          text={t(sheet.mayEdit ? 'runSheet.emptyDayEdit' : 'runSheet.emptyDayText')}
        />
      )}
      {cues.length > 0 && <Days sheet={sheet} day={day} cursor={cursor} open={setOpened} />}
      <Dialogs opened={opened} sheet={sheet} project={project} day={day} onClose={() => setOpened(null)} />
    </section>
  );
}

/** The run sheet of the event's days: planned here, called in the hall. */
export function RunSheetPage() {
  const { projectId } = route.useParams();
  const project = useProject(projectId).data;
  const query = useRunSheet(projectId);
  if (!project || !query.data) return <LoadState query={query} />;
  return <Sheet sheet={query.data} project={project} />;
}
