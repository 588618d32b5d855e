import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { STAGES, type Project, type Stage, WAITING_KINDS, type WaitingKind } from '../../../api/types';
import { STATUSES, type ChecklistSearch } from '../../../app/search';
import { useIsPhone } from '../../../app/useIsPhone';
import { Choices } from '../../../components/Choices';
import { useI18n } from '../../../i18n';

const route = getRouteApi('/inside/projects/$projectId/');

interface Props {
  project: Project;
  selecting: boolean;
  /** Absent for those who may not change many at once. */
  onSelecting?: (on: boolean) => void;
  children?: ReactNode;
}

function SearchBox({ q, onSearch }: { q: string | undefined; onSearch: (q: string | undefined) => void }) {
  const { t } = useI18n();
  const [text, setText] = useState(q ?? '');
  return (
    <Input.Search
      className="filter-text"
      aria-label={t('list.search')}
      placeholder={t('list.search')}
      allowClear
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        if (event.target.value === '') onSearch(undefined);
      }}
      onSearch={(value) => onSearch(value.trim() || undefined)}
    />
  );
}

function Toggle({ on, onChange, children }: { on: boolean; onChange: (on: boolean) => void; children: ReactNode }) {
  return (
    <button
      type="button"
      className={on ? 'toggle toggle-on' : 'toggle'}
      aria-pressed={on}
      onClick={() => onChange(!on)}
    >
      {children}
    </button>
  );
}

function Selects({
  project,
  search,
  set,
}: {
  project: Project;
  search: ChecklistSearch;
  set: (part: ChecklistSearch) => void;
}) {
  const { t, pick } = useI18n();
  return (
    <>
      <Select
        aria-label={t('word.status')}
        placeholder={t('word.status')}
        allowClear
        value={search.status}
        options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(status?: ChecklistSearch['status']) => set({ status })}
      />
      <Select
        className="filter-team"
        aria-label={t('word.team')}
        placeholder={t('word.team')}
        allowClear
        popupMatchSelectWidth={false}
        value={search.team}
        options={project.teams.map((team) => ({ value: team.id, label: pick(team.name, team.nameEn) }))}
        onChange={(team?: string) => set({ team })}
      />
      <Select
        aria-label={t('word.stage')}
        placeholder={t('word.stage')}
        allowClear
        value={search.stage}
        options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
        onChange={(stage?: Stage) => set({ stage })}
      />
      <Select
        aria-label={t('waiting.filter')}
        placeholder={t('waiting.filter')}
        allowClear
        value={search.waiting}
        options={WAITING_KINDS.map((value) => ({ value, label: t(`waiting.kind.${value}`) }))}
        onChange={(waiting?: WaitingKind) => set({ waiting })}
      />
    </>
  );
}

/** How many filters hold besides the text, which is always on show. */
const countOf = ({ status, team, stage, waiting, mine, overdue }: ChecklistSearch) =>
  [status, team, stage, waiting, mine, overdue].filter(Boolean).length;

function Narrowing({
  project,
  search,
  set,
}: {
  project: Project;
  search: ChecklistSearch;
  set: (part: ChecklistSearch) => void;
}) {
  const { t } = useI18n();
  return (
    <>
      <Selects project={project} search={search} set={set} />
      <Toggle on={search.mine === true} onChange={(on) => set({ mine: on || undefined })}>
        {t('list.mine')}
      </Toggle>
      <Toggle on={search.overdue === true} onChange={(on) => set({ overdue: on || undefined })}>
        {t('list.overdue')}
      </Toggle>
    </>
  );
}

/** On a phone the filters stay folded, so that the list itself is what one sees first. */
function Folded({ count, children }: { count: number; children: ReactNode }) {
  const { t } = useI18n();
  const phone = useIsPhone();
  const [open, setOpen] = useState(false);
  if (!phone) return children;
  return (
    <>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {count > 0 ? t('list.filtersOn', { count }) : t('list.filters')}
      </Button>
      {open && <div className="filters-folded">{children}</div>}
    </>
  );
}

export function ChecklistFilters({ project, selecting, onSelecting, children }: Props) {
  const { t } = useI18n();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (part: ChecklistSearch) => void navigate({ search: (now) => ({ ...now, ...part }), replace: true });
  return (
    <div className="filters" role="search">
      <Choices
        legend={t('list.groupBy')}
        hideLegend
        value={search.group ?? 'stage'}
        choices={[
          { value: 'stage', label: t('list.byStage') },
          { value: 'team', label: t('list.byTeam') },
        ]}
        onChange={(by) => set({ group: by === 'team' ? 'team' : undefined })}
      />
      <SearchBox q={search.q} onSearch={(q) => set({ q })} />
      <Folded count={countOf(search)}>
        <Narrowing project={project} search={search} set={set} />
      </Folded>
      <span className="filters-actions">
        {onSelecting && (
          <Button onClick={() => onSelecting(!selecting)}>
            {selecting ? t('list.stopSelecting') : t('list.select')}
          </Button>
        )}
        {children}
      </span>
    </div>
  );
}
