import { can } from '@convener/access';
import type { Day } from '@convener/kernel';
import { isImage, plainRows, readAll } from '@convener/platform';
import { RecordEntry } from '@convener/records';
import { Register } from '@convener/registers';
import type { About } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import { readGuestList } from './guest-list';
import { type BookedList, readRegisterBook, type RegisterBook } from './register-book';
import type { RunSheetDay, RunSheetReader } from './run-sheet-tables';
import { readWorkBook, type WorkBook } from './work-book';

/** A picture or another file of the venue's work. */
export interface VenueFile {
  fileId: string;
  name: string;
  /** Of the deliverable. */
  title: string;
  titleEn: string | null;
  mediaType: string;
  width: number | null;
  height: number | null;
}

export interface Handbook {
  book: WorkBook;
  lists: RegisterBook;
  /** Lists that the project made for emergencies: their name says so. */
  emergency: BookedList[];
  days: readonly RunSheetDay[];
  files: VenueFile[];
  incidents: Pick<RecordEntry, 'day' | 'title' | 'notes' | 'decisions'>[];
  /** From move-in to move-out. */
  from: Day;
  until: Day;
}

export const HANDBOOK_PRESETS = [
  ...['staffing', 'clientContacts', 'vendors', 'venues', 'shuttles', 'catering', 'lodging', 'supplies', 'incidents'],
] as const;

const URGENT = /緊急|急救|emergenc/i;

/** All that a handbook says, in some dozen statements. */
export async function readHandbook(em: EntityManager, about: About, runSheet: RunSheetReader): Promise<Handbook> {
  const { project, actor } = about;
  const { anchors, openingDay, closingDay } = project;
  const dayOf = (key: string) => anchors.find((anchor) => anchor.key === key)?.day;
  const own = await readAll(em, Register, 'WHERE t.project_id = ? ORDER BY t.added_at, t.id', [project.id]);
  const urgent = own.filter(
    (one) => URGENT.test(`${one.name} ${one.nameEn ?? ''}`) && can(actor, 'registers.read', one),
  );
  const entries = await readAll(em, RecordEntry, INCIDENTS, [project.id]);
  return {
    book: await readWorkBook(em, about),
    lists: await readRegisterBook(em, about, HANDBOOK_PRESETS),
    emergency: await listsOf(em, about, urgent),
    days: await runSheet(em, project.id),
    files: await venueFiles(em, project.id),
    incidents: can(actor, 'records.read') ? entries : [],
    from: dayOf('moveIn') ?? openingDay,
    until: dayOf('moveOut') ?? closingDay,
  };
}

async function listsOf(em: EntityManager, about: About, registers: readonly Register[]): Promise<BookedList[]> {
  const books: BookedList[] = [];
  for (const register of registers.slice(0, MOST_URGENT)) books.push(...(await readOneList(em, about, register)));
  return books;
}

async function readOneList(em: EntityManager, about: About, register: Register): Promise<BookedList[]> {
  const list = await readGuestList(em, about, register.id);
  if (!list) return [];
  const { columns, guests } = list;
  const masked = columns.length < register.columns.length;
  return [{ register, columns, masked, rows: guests.map(({ row }) => row) }];
}

/** The newest version of each file of venue work, and of whatever is called a floor plan. */
async function venueFiles(em: EntityManager, projectId: string): Promise<VenueFile[]> {
  type Row = VenueFile & { seriesId: string; seriesVersion: number };
  const rows = await plainRows<Row>(em, VENUE_FILES, [projectId]);
  const newest = new Map(rows.map((row) => [row.seriesId, row]));
  return [...newest.values()].map(({ seriesId: _id, seriesVersion: _version, ...file }) => file);
}

/** A picture that a page can hold. */
export const isPicture = ({ mediaType, width, height }: VenueFile) =>
  isImage(mediaType) && width !== null && height !== null;

/** One statement each: a project has one list of emergency numbers, or two. */
const MOST_URGENT = 5;

const INCIDENTS = `JOIN deliverables d ON d.id = t.deliverable_id
  WHERE d.project_id = ? AND t.kind = 'incident' ORDER BY t.day, t.id`;

/** Versions in their order, so that the last of each is its newest. */
const VENUE_FILES = `
  SELECT f.evidence_id AS "fileId", f.name, f.media_type AS "mediaType", f.width, f.height,
         f.series_id AS "seriesId", f.series_version AS "seriesVersion", d.title, d.title_en AS "titleEn"
    FROM evidence_files f JOIN deliverables d ON d.id = f.deliverable_id JOIN work_items w ON w.id = d.work_item_id
   WHERE f.project_id = ?
     AND (w.workflow IN ('venue', 'venue-search') OR d.title LIKE '%平面圖%' OR d.title LIKE '%配置圖%'
       OR d.title LIKE '%動線圖%' OR LOWER(COALESCE(d.title_en, '')) LIKE '%floor plan%')
   ORDER BY w.position, w.id, d.position, d.id, f.series_id, f.series_version`;
