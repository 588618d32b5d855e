import { useState } from 'react';
import { Select } from '../../../components/late';
import { STAGES, type Project, WAITING_KINDS } from '../../../api/types';
import { STATUSES, type ChecklistSearch } from '../../../app/search';
import { workflows } from '../../../format/workflows';
import { useI18n } from '../../../i18n';
import { useStandards } from './useGroupName';

interface Props {
  project: Project;
  search: ChecklistSearch;
  set: (part: ChecklistSearch) => void;
}

interface OneProps<T extends string> {
  label: string;
  /** Stands in the field while nothing is chosen, where the label is too long for it. */
  short?: string;
  value: T | undefined;
  options: { value: T; label: string }[];
  onChange: (value?: T) => void;
  onOpen?: () => void;
}

function One<T extends string>({ label, short = label, value, options, onChange, onOpen }: OneProps<T>) {
  return (
    <Select<T>
      aria-label={label}
      placeholder={short}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={value}
      options={options}
      onChange={onChange}
      onOpenChange={(open) => open && onOpen?.()}
    />
  );
}

/** The project's own work, beside what comes from a standard; the server calls it so. */
const OWN = 'own';

function OfStandard({ search, set }: Omit<Props, 'project'>) {
  const { t } = useI18n();
  const [asked, setAsked] = useState(search.standard !== undefined);
  const standards = useStandards(asked);
  const options = [...standards.map(({ slug, name }) => ({ value: slug, label: name })), ownWork(t('list.ownWork'))];
  return (
    <One
      label={t('word.standard')}
      short={t('list.short.standard')}
      value={search.standard}
      options={options}
      onOpen={() => setAsked(true)}
      onChange={(standard) => set({ standard })}
    />
  );
}

const ownWork = (label: string) => ({ value: OWN, label });

export function FilterSelects({ project, search, set }: Props) {
  const { t, pick } = useI18n();
  const people = project.members.map(({ person }) => ({ value: person.id, label: person.name }));
  return (
    <>
      <One
        label={t('word.status')}
        value={search.status}
        options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(status) => set({ status })}
      />
      <One
        label={t('word.assignee')}
        value={search.mine ? undefined : search.assignee}
        options={people}
        onChange={(assignee) => set({ assignee, mine: undefined })}
      />
      <One
        label={t('word.team')}
        short={t('list.short.team')}
        value={search.team}
        options={project.teams.map((team) => ({ value: team.id, label: pick(team.name, team.nameEn) }))}
        onChange={(team) => set({ team })}
      />
      <One
        label={t('word.stage')}
        value={search.stage}
        options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
        onChange={(stage) => set({ stage })}
      />
      <One
        label={t('word.workflow')}
        short={t('list.short.workflow')}
        value={search.workflow}
        options={[...workflows(), ownWork(t('list.ownWork'))]}
        onChange={(workflow) => set({ workflow })}
      />
      <OfStandard search={search} set={set} />
      <One
        label={t('waiting.filter')}
        value={search.waiting}
        options={WAITING_KINDS.map((value) => ({ value, label: t(`waiting.kind.${value}`) }))}
        onChange={(waiting) => set({ waiting })}
      />
    </>
  );
}
