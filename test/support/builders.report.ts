import { type BookedWork, RegisterBook } from '@convener/documents';
import type { Check, Deliverable, Project, WorkItem } from '@convener/projects';
import { REGISTER_PRESETS } from '@convener/register-presets';
import type { Register, RegisterRow } from '@convener/registers';
import { type About, ShownColumns } from '@convener/reports';
import type { ReportChapter } from '../../libs/closing-report/chapter.entity';
import type { ReportBook } from '../../libs/closing-report/report-book';
import { BookedRow } from '../../libs/documents/booked-row';

/** A chapter of a closing report as it is stored. */
export function aChapter(given: Partial<ReportChapter> = {}): ReportChapter {
  return {
    ...{
      id: `row-${given.key ?? ''}`,
      projectId: 'p',
      key: 'facts',
      own: false,
      position: 0,
      included: true,
      title: null,
    },
    ...{
      textBefore: null,
      textAfter: null,
      seenDigests: null,
      seenLines: null,
      seenAt: null,
      seenBy: null,
      version: 0,
    },
    ...given,
  };
}

/** A manager's reading of a project in May 2028, in Chinese. */
export function anAbout(project: Partial<Project> = {}): About {
  const all = {
    ...{ id: 'p', name: '年會', client: '學會', venue: '會議中心', zone: 'Asia/Taipei', status: 'running' },
    ...{ openingDay: '2028-06-12', closingDay: '2028-06-14', anchors: [] },
    ...project,
  };
  const name: About['name'] = (row) => ('title' in row ? row.title : row.name);
  const chosen = { variant: 'general' };
  return {
    project: all,
    language: 'zh-TW',
    chosen,
    now: 0,
    today: '2028-07-01',
    say: (zh: string) => zh,
    name,
    shown: new ShownColumns(),
  } as unknown as About;
}

/** What a report reads of a project that has nothing yet. */
export function aBook(given: Partial<ReportBook> = {}): ReportBook {
  return {
    ...{ work: { teams: [], work: [], members: [] }, evidenceOf: new Map(), registers: new RegisterBook([]) },
    ...{ contracts: [], entries: [], lessons: [], registrations: [], baselines: [], replans: [], returnsOf: new Map() },
    ...{ nameOf: (id) => id, standardName: (slug) => slug, surveys: [], closings: { closings: [], waivers: [] } },
    ...given,
  };
}

/** The ready lists of these presets with rows of these cells; money in hundredths. */
export function aRegisterBook(lists: Record<string, Record<string, string | number>[]>): RegisterBook {
  return new RegisterBook(
    Object.entries(lists).map(([presetKey, rows]) => {
      const preset = REGISTER_PRESETS.find(({ key }) => key === presetKey)!;
      const { name, nameEn, columns } = preset;
      const register = { id: `list-${presetKey}`, presetKey, name, nameEn, columns } as Register;
      const booked = rows.map(
        (cells, at) =>
          new BookedRow({ id: `${presetKey}-${at}`, cells } as unknown as RegisterRow, columns, new Map(), anAbout()),
      );
      return { register, columns, masked: false, rows: booked };
    }),
  );
}

interface Parts {
  deliverables?: Partial<Deliverable>[];
  checks?: Partial<Check>[];
  team?: BookedWork['team'];
}

/** A work item with its parts, as a report reads it. */
export function bookedWork(
  item: Partial<WorkItem> = {},
  { deliverables = [], checks = [], team = null }: Parts = {},
): BookedWork {
  const all = { id: 'item', code: 'T1.1', title: '場地', titleEn: null, stage: 'before', status: 'to-do' };
  const part = { code: null, titleEn: null, reason: null };
  return {
    item: { ...all, ...{ doneAt: null, dueDay: null, baselineDueDay: null, standard: null }, ...item } as WorkItem,
    deliverables: deliverables.map(
      (one) => ({ ...part, status: 'open', evidence: 'no', settledAt: null, settledBy: null, ...one }) as Deliverable,
    ),
    checks: checks.map((one) => ({ ...part, state: 'open', decidedAt: null, decidedBy: null, ...one }) as Check),
    ...{ team, assignee: null },
  };
}
