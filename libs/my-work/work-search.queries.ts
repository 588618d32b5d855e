import type { SignedIn } from '@convener/access';
import { Database, plainRows } from '@convener/platform';
import {
  holding,
  joined,
  likePattern,
  OPEN_ITEM_STATUSES,
  type ProjectStatus,
  sqlList,
  type WorkItemStatus,
} from '@convener/projects';
import { Injectable } from '@nestjs/common';

/** How many of each kind are answered. */
const MOST = 12;
/** More words than anybody types narrow nothing further. */
const MOST_WORDS = 8;

export interface FoundProject {
  id: string;
  name: string;
  status: ProjectStatus;
}

export interface FoundItem {
  id: string;
  projectId: string;
  project: string;
  code: string | null;
  title: string;
  titleEn: string | null;
  status: WorkItemStatus;
}

export interface Found {
  projects: FoundProject[];
  items: FoundItem[];
}

/** Looks for projects by name and for work items by title or code, in the projects that somebody takes part in. */
@Injectable()
export class WorkSearchQueries {
  constructor(private readonly database: Database) {}

  /** Every word has to occur. Running projects and open work come first. */
  find({ personId }: SignedIn, text: string): Promise<Found> {
    const words = text.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
    if (words.length === 0) return Promise.resolve({ projects: [], items: [] });
    return this.database.read(async (em) => {
      const names = joined(words.map((word) => ["LOWER(p.name) LIKE ? ESCAPE '\\'", likePattern(word)]));
      const titles = joined(words.map(holding));
      const projects = await plainRows<FoundProject>(em, projectsWith(names.where), [personId, ...names.parameters]);
      const items = await plainRows<FoundItem>(em, itemsWith(titles.where), [personId, ...titles.parameters]);
      return { projects, items };
    });
  }
}

const projectsWith = (where: string) => `
  SELECT p.id, p.name, p.status
    FROM project_members m JOIN projects p ON p.id = m.project_id
   WHERE m.person_id = ? AND ${where}
   ORDER BY CASE WHEN p.status = 'running' THEN 0 ELSE 1 END, p.id DESC LIMIT ${MOST}`;

const itemsWith = (where: string) => `
  SELECT t.id, t.project_id AS "projectId", p.name AS project, t.code, t.title, t.title_en AS "titleEn", t.status
    FROM project_members m JOIN projects p ON p.id = m.project_id JOIN work_items t ON t.project_id = p.id
   WHERE m.person_id = ? AND ${where}
   ORDER BY CASE WHEN p.status = 'running' THEN 0 ELSE 1 END,
            CASE WHEN t.status IN ${sqlList(OPEN_ITEM_STATUSES)} THEN 0 ELSE 1 END, t.project_id DESC, t.position
   LIMIT ${MOST}`;
