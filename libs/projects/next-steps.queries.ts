import { plainRows } from '@convener/platform';
import type { EvidenceNeed } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import { type LastPart, leftOf, type NextStep, nextStep } from './next-step';
import {
  DECIDED_STATES,
  type CheckState,
  type DeliverableStatus,
  OPEN_ITEM_STATUSES,
  SETTLED_STATUSES,
  sqlList,
} from './transitions';
import type { TitledRef, WorkItemRow } from './views';

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
  type Row = OfItem & {
    id: string;
    title: string;
    titleEn: string | null;
    status: DeliverableStatus;
    version: number;
  } & {
    accepter: string | null;
    evidence: EvidenceNeed;
    hasEvidence: boolean | number;
  };
  const rows = await plainRows<Row>(em, LAST_DELIVERABLES, [itemIds]);
  return rows.map(({ accepter, hasEvidence, ...row }) => ({
    ...row,
    type: 'deliverable',
    hasEvidence: Boolean(hasEvidence),
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
  SELECT d.id, d.work_item_id AS "workItemId", d.title, d.title_en AS "titleEn", d.status, d.version, d.accepter, d.evidence,
         EXISTS (SELECT 1 FROM evidence e WHERE e.deliverable_id = d.id) AS "hasEvidence"
    FROM deliverables d WHERE d.work_item_id IN ?* AND d.status NOT IN ${sqlList(SETTLED_STATUSES)}`;

const LAST_CHECKS = `
  SELECT c.id, c.work_item_id AS "workItemId", c.text AS title, c.state AS status, c.version
    FROM checks c WHERE c.work_item_id IN ?* AND c.state NOT IN ${sqlList(DECIDED_STATES)}`;

/** What is still to be done before each of these work items should begin, by id; in the project's order. */
export async function openPredecessors(
  em: EntityManager,
  itemIds: readonly string[],
): Promise<Map<string, TitledRef[]>> {
  const found = new Map<string, TitledRef[]>();
  if (itemIds.length === 0) return found;
  for (const { workItemId, ...ref } of await plainRows<TitledRef & OfItem>(em, OPEN_PREDECESSORS, [itemIds]))
    found.set(workItemId, [...(found.get(workItemId) ?? []), ref]);
  return found;
}

const OPEN_PREDECESSORS = `
  SELECT p.work_item_id AS "workItemId", t.id, t.title, t.title_en AS "titleEn"
    FROM work_item_predecessors p JOIN work_items t ON t.id = p.predecessor_id
   WHERE p.work_item_id IN ?* AND t.status IN ${sqlList(OPEN_ITEM_STATUSES)} ORDER BY t.position, t.id`;
