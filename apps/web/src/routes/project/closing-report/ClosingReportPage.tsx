import { getRouteApi, Link } from '@tanstack/react-router';
import { useIsPhone } from '../../../app/useIsPhone';
import { Choices } from '../../../components/Choices';
import { EmptyState } from '../../../components/EmptyState';
import { Leaving } from '../../../components/Leaving';
import { LoadState } from '../../../components/LoadState';
import { useI18n } from '../../../i18n';
import { useProject } from '../useProject';
import { AddChapter } from './AddChapter';
import { ChapterList } from './ChapterList';
import { ChapterPanel } from './ChapterPanel';
import { ofVariant, type Variant } from './chapters.rules';
import { useDrafts, useReport } from './useClosingReport';
import '../../../styles/documents.css';
import '../../../styles/closing-report.css';

const route = getRouteApi('/inside/projects/$projectId/closing-report');
const VARIANTS: readonly Variant[] = ['general', 'subsidy'];

function Head({ version, variant, closed }: { version: number; variant: Variant; closed: boolean }) {
  const { t } = useI18n();
  const { projectId } = route.useParams();
  const { deliverable } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <header className="report-head">
      <div>
        <h2>{t('closingReport.page', { version })}</h2>
        <p className="muted">{t('closingReport.says')}</p>
        {closed && <p className="muted">{t('closingReport.closed')}</p>}
      </div>
      <div className="report-make">
        <Choices
          legend={t('closingReport.variantWord')}
          value={variant}
          choices={VARIANTS.map((value) => ({ value, label: t(`closingReport.variant.${value}`) }))}
          onChange={(next) =>
            void navigate({ search: (before) => ({ ...before, variant: next === 'subsidy' ? next : undefined }) })
          }
        />
        <Link
          className="report-make-link"
          to="/projects/$projectId/documents/$kind"
          params={{ projectId, kind: 'closing-report' }}
          search={{ deliverable, variant: variant === 'subsidy' ? variant : undefined }}
        >
          {t('closingReport.make')}
        </Link>
      </div>
    </header>
  );
}

/** The closing report chapter by chapter: the list, and one of them to be written and looked through. */
export function ClosingReportPage() {
  const { t } = useI18n();
  const { projectId } = route.useParams();
  const { chapter, variant = 'general' } = route.useSearch();
  const navigate = route.useNavigate();
  const isPhone = useIsPhone();
  const drafts = useDrafts();
  const project = useProject(projectId).data;
  const query = useReport(projectId);
  if (!query.data || !project) return <LoadState query={query} />;
  const report = query.data;
  const offered = ofVariant(report.chapters, variant);
  const shown = offered.find(({ key }) => key === chapter)?.key ?? (isPhone ? null : (offered[0]?.key ?? null));
  const show = (key?: string) => void navigate({ search: (before) => ({ ...before, chapter: key }) });
  const list = (
    <div>
      <ChapterList {...{ report, projectId, variant, shown }} unsaved={drafts.open} />
      {report.mayEdit && <AddChapter projectId={projectId} />}
    </div>
  );
  return (
    <section className="report">
      <Leaving unsaved={drafts.open.length > 0} />
      <p className="page-back">
        {isPhone && shown !== null ? (
          <Link
            to="/projects/$projectId/closing-report"
            params={{ projectId }}
            search={(before) => ({ ...before, chapter: undefined })}
          >
            {t('closingReport.chapters')}
          </Link>
        ) : (
          <Link to="/projects/$projectId/documents" params={{ projectId }}>
            {t('documents.back')}
          </Link>
        )}
      </p>
      {(!isPhone || shown === null) && (
        <Head version={report.version} variant={variant} closed={report.mayEdit && project.status === 'closed'} />
      )}
      <div className="report-parts">
        {(!isPhone || shown === null) && list}
        {shown !== null ? (
          <ChapterPanel
            {...{ projectId, drafts }}
            chapterKey={shown}
            zone={project.zone}
            onRemoved={() => {
              drafts.end(shown);
              show();
            }}
          />
        ) : (
          !isPhone && <EmptyState title={t('closingReport.none')} text={t('closingReport.noneText')} />
        )}
      </div>
    </section>
  );
}
