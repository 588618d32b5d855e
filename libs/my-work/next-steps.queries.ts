import { plainRows } from '@convener/platform';
import {
  type CheckState,
  DECIDED_STATES,
  OPEN_ITEM_STATUSES,
  SETTLED_STATUSES,
  sqlList,
  type WorkItemRow,
} from '@convener/projects';
import type { EntityManager } from 'typeorm';
import { type LastPart, leftOf, type NextStep, nextStep } from './next-step';
import type { TitledRef } from './my-views';

/** What finishes each of these work items, by id. `strict`: whether its project is strict about checks. */
export async function nextStepsOf(
  em: EntityManager,
  rows: readonly WorkItemRow[],
  strict: (projectId: string) => boolean,
): Promise<Map<string, NextStep>> {
  const left = rows.map((row) => ({ row, ...leftOf(row, strict(row.projectId)) }));
  const lacking = (deliverables: number, checks: number) =>
    left.filter((one) => one.deliverables === deliverables && one.checks === checks).map(({ row }) => row.id);
  const last = new Map<string, LastPart>();
  for (const part of await lastDeliverables(em, lacking(1, 0))) last.set(part.workItemId, part);
  for (const part of await lastChecks(em, lacking(0, 1))) last.set(part.workItemId, part);
  return new Map(rows.map((row) => [row.id, nextStep(row, strict(row.projectId), last.get(row.id) ?? null)]));
}

type OfItem = { workItemId: string };

async function lastDeliverables(em: EntityManager, itemIds: readonly string[]): Promise<(LastPart & OfItem)[]> {
  if (itemIds.length === 0) return [];
  type Row = OfItem &
    Omit<LastPart & { type: 'deliverable' }, 'type' | 'hasEvidence' | 'accepted'> & { accepter: string | null };
  const rows = await plainRows<Row>(em, LAST_DELIVERABLES, [itemIds]);
  const ids = rows.map(({ id }) => id);
  const shown = new Set((await plainRows<{ id: string }>(em, WITH_EVIDENCE, [ids])).map(({ id }) => id));
  return rows.map(({ accepter, ...row }) => ({
    ...row,
    type: 'deliverable',
    hasEvidence: shown.has(row.id),
    accepted: accepter !== null,
  }));
}

async function lastChecks(em: EntityManager, itemIds: readonly string[]): Promise<(LastPart & OfItem)[]> {
  if (itemIds.length === 0) return [];
  type Row = OfItem & { id: string; title: string; status: CheckState; version: number };
  const rows = await plainRows<Row>(em, LAST_CHECKS, [itemIds]);
  return rows.map((row) => ({ ...row, type: 'check', titleEn: null }));
}

const LAST_DELIVERABLES = `
  SELECT d.id, d.work_item_id AS "workItemId", d.title, d.title_en AS "titleEn", d.status, d.version, d.accepter, d.evidence
    FROM deliverables d WHERE d.work_item_id IN ?* AND d.status NOT IN ${sqlList(SETTLED_STATUSES)}`;
const WITH_EVIDENCE = 'SELECT DISTINCT deliverable_id AS id FROM evidence WHERE deliverable_id IN ?*';

const LAST_CHECKS = `
  SELECT c.id, c.work_item_id AS "workItemId", c.text AS title, c.state AS status, c.version
    FROM checks c WHERE c.work_item_id IN ?* AND c.state NOT IN ${sqlList(DECIDED_STATES)}`;

/**
 * What is still to be done before each of these work items should begin, by id; in the project's order. `among`: only work
 * of these sub-teams is named.
 */
export async function openPredecessors(
  em: EntityManager,
  itemIds: readonly string[],
  among: readonly string[] | null,
): Promise<Map<string, TitledRef[]>> {
  const found = new Map<string, TitledRef[]>();
  if (itemIds.length === 0) return found;
  const links = await plainRows<OfItem & { id: string }>(em, LINKS, [itemIds]);
  const ids = [...new Set(links.map(({ id }) => id))];
  const open = await plainRows<TitledRef>(em, openAmong(among !== null), among === null ? [ids] : [ids, among]);
  for (const before of open) {
    for (const { workItemId } of links.filter(({ id }) => id === before.id))
      found.set(workItemId, [...(found.get(workItemId) ?? []), before]);
  }
  return found;
}

const LINKS = `
  SELECT work_item_id AS "workItemId", predecessor_id AS id FROM work_item_predecessors WHERE work_item_id IN ?*`;

const openAmong = (ofTeams: boolean) => `
  SELECT id, title, title_en AS "titleEn" FROM work_items
   WHERE id IN ?* AND status IN ${sqlList(OPEN_ITEM_STATUSES)} ${ofTeams ? 'AND team_id IN ?* ' : ''}ORDER BY position, id`;
