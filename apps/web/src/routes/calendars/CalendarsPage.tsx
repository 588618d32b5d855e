import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../api/client';
import type { CalendarYear } from '../../api/types';
import { FormError } from '../../components/FormError';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { ReadFileButton } from './ReadFileButton';
import { YearEditor, type YearDraft } from './YearEditor';
import { YearPanel } from './YearPanel';
import '../../styles/calendars.css';

/** What an admin begins with: a year that is there, one that a file holds, or the next one, empty. */
const draftOf = (year: CalendarYear): YearDraft => ({ ...year, daysOff: year.daysOff.map((day) => ({ ...day })) });
const nextAfter = (years: readonly CalendarYear[]): YearDraft => ({
  year: Math.max(...years.map(({ year }) => year)) + 1,
  status: 'provisional',
  source: '',
  daysOff: [],
  version: 0,
});

/** The office calendar that all planning counts by, year by year. */
export function CalendarsPage() {
  const { t } = useI18n();
  const query = api.useQuery('get', '/api/calendars');
  const [draft, setDraft] = useState<YearDraft | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const years = query.data?.items;
  const fromFile = (file: { year: number; daysOff: YearDraft['daysOff'] }) => {
    const version = years?.find(({ year }) => year === file.year)?.version ?? 0;
    setFailure(null);
    setDraft({ ...file, version, status: 'official', source: t('calendars.fileSource', { year: file.year }) });
  };
  const actions = years && (
    <>
      <Button onClick={() => setDraft(nextAfter(years))}>{t('calendars.addYear')}</Button>
      <ReadFileButton onRead={fromFile} onFailed={setFailure} />
    </>
  );
  return (
    <main className="page">
      <PageHeader title={t('nav.calendars')} lead={t('calendars.lead')} actions={actions} />
      <FormError error={failure} />
      {years ? (
        years.map((year) => <YearPanel key={year.year} year={year} onEdit={() => setDraft(draftOf(year))} />)
      ) : (
        <LoadState query={query} />
      )}
      <p className="field-hint">{t('calendars.beyond')}</p>
      {draft && <YearEditor key={`${draft.year} ${draft.version}`} draft={draft} onClose={() => setDraft(null)} />}
    </main>
  );
}
