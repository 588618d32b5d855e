import { weekday } from '@convener/kernel';
import { type Block, type Cell, type Table, type TableColumn, withoutBlank } from '@convener/papers';
import type { About, DocumentKind } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import { ALL, choice, value } from './guest-choices';
import { projectFacts } from './words';

/** A line of the run sheet. */
export interface RunSheetCue {
  /** `09:30`; after midnight `24:30`. As it stands now. */
  start: string;
  end: string;
  place: string;
  title: string;
  notes: string | null;
  /** People of the project. */
  people: readonly string[];
  team: { name: string; nameEn: string | null } | null;
  /** Whoever takes part from outside. */
  outside: string | null;
  /** No delay moves it. */
  fixed: boolean;
  state: 'waiting' | 'running' | 'done' | 'skipped';
}

export interface RunSheetDay {
  day: string;
  cues: readonly RunSheetCue[];
}

export type RunSheetReader = (em: EntityManager, projectId: string) => Promise<readonly RunSheetDay[]>;

/** 活動流程表. */
export const runningOrder = (read: RunSheetReader): DocumentKind => ({
  key: 'running-order',
  group: 'on-site',
  name: { zh: '活動流程表', en: 'Running order' },
  says: {
    zh: '活動日每個時刻的地點、流程與負責人。',
    en: 'What happens when and where on the event days, and who does it.',
  },
  formats: ['pdf', 'docx', 'xlsx'],
  audience: 'crew',
  async choices(em, { id }) {
    const days = (await read(em, id)).map(({ day }) => value(day, day, day));
    return [choice('day', '日期', 'Day', [value(ALL, '全部', 'All days'), ...days])];
  },
  async write(em, about) {
    const { day: wanted = ALL } = about.chosen;
    const days = (await read(em, about.project.id)).filter(({ day }) => wanted === ALL || day === wanted);
    return { page: 'landscape', blocks: [projectFacts(about), ...runSheetBlocks(days, about, 1)] };
  },
});

/** A table for each day; where there is none, that it is missing. */
export function runSheetBlocks(days: readonly RunSheetDay[], about: About, level: 1 | 2): Block[] {
  const { say, project } = about;
  const filled = days.filter(({ cues }) => cues.length > 0);
  if (filled.length === 0)
    return [
      {
        type: 'missing',
        what: say('還沒有活動流程。', 'There is no run sheet yet.'),
        where: say('在專案的「流程表」新增。', 'Add its cues on the project’s run sheet.'),
        href: `/projects/${project.id}/run-sheet`,
      },
    ];
  return filled.flatMap(({ day, cues }): Block[] => [
    { type: 'heading', level, text: withWeekday(day, about) },
    withoutBlank(
      { type: 'table', ...lined(cues, about), empty: say('這一天沒有流程。', 'Nothing on this day.') },
      ({ label }) => label === say(...NOTES),
    ),
  ]);
}

/** Before the day nothing has a status, and no column is kept for it. */
function lined(cues: readonly RunSheetCue[], about: About): Pick<Table, 'columns' | 'rows'> {
  const begun = cues.some(({ state }) => state !== 'waiting');
  const kept = begun ? undefined : -1;
  return {
    columns: columns(about).slice(0, kept),
    rows: cues.map((cue) => ({ cells: row(cue, about).slice(0, kept) })),
  };
}

function withWeekday(day: string, { say }: About): string {
  const at = weekday(day);
  return say(`${day}（${'日一二三四五六'[at]}）`, `${day} (${WEEKDAYS[at]})`);
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** A day without any has no column for them. */
const NOTES = ['說明', 'Notes'] as const;

const columns = ({ say }: About): TableColumn[] => [
  { label: say('時間', 'Time'), kind: 'code' },
  { label: say('地點', 'Place'), kind: 'text' },
  { label: say('流程', 'Cue'), kind: 'text', weight: 2 },
  { label: say(...NOTES), kind: 'text', weight: 3 },
  { label: say('負責', 'Who'), kind: 'text', weight: 2 },
  { label: say('狀態', 'Status'), kind: 'name' },
];

function row(
  { start, end, place, title, notes, people, team, outside, fixed, state }: RunSheetCue,
  about: About,
): Cell[] {
  const { say, name } = about;
  const who = [...people, ...(team ? [name(team)] : []), ...(outside ? [outside] : [])].join(say('、', ', '));
  const told = fixed ? `${title}${say('（時間不變動）', ' (fixed time)')}` : title;
  const [zh, en] = STATES[state];
  const tone = state === 'skipped' ? 'quiet' : state === 'running' ? 'strong' : undefined;
  return [`${start}–${end}`, place, told, notes, who, { value: say(zh, en), ...(tone && { tone }) }];
}

const STATES = {
  waiting: ['', ''],
  running: ['進行中', 'Running'],
  done: ['完成', 'Done'],
  skipped: ['取消', 'Skipped'],
} as const;
