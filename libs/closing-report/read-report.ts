import { closingOf } from '@convener/closing';
import { readRegisterBook, readWorkBook } from '@convener/documents';
import { groupBy } from '@convener/kernel';
import type { About } from '@convener/reports';
import { surveyResultsOf } from '@convener/surveys';
import type { EntityManager } from 'typeorm';
import type { ReportBook } from './report-book';
import { readRegistrations } from './registrations';
import {
  readBaselines,
  readContracts,
  readEntries,
  readEvidence,
  readLessons,
  readNames,
  readReplans,
  readReturns,
} from './report-reads';

const PRESETS = [
  ...['budget', 'income', 'bills', 'purchases', 'reimbursements', 'sponsors', 'sponsorBenefits', 'vendors'],
  ...['incidents', 'rehearsalFindings'],
];

export async function readReportBook(
  em: EntityManager,
  about: About,
  standardName: (slug: string) => string,
): Promise<ReportBook> {
  const { id } = about.project;
  const work = await readWorkBook(em, about);
  const deliverables = work.work.flatMap((one) => one.deliverables);
  const ids = deliverables.map((one) => one.id);
  const contracts = await readContracts(em, deliverables);
  const entries = await readEntries(em, ids);
  const evidence = await readEvidence(em, ids, { contracts, entries, about });
  const baselines = await readBaselines(em, id);
  const replans = await readReplans(em, id);
  const names = await readNames(em, id);
  const nameOf = (personId: string | null) => (personId === null ? null : (names.get(personId) ?? null));
  return {
    ...{ work, contracts, entries, nameOf, standardName },
    evidenceOf: groupBy(evidence, ({ deliverableId }) => deliverableId),
    registers: await readRegisterBook(em, about, PRESETS),
    lessons: await readLessons(em, id),
    registrations: await readRegistrations(em, about),
    baselines: baselines.map(({ setBy, ...row }) => ({ ...row, by: nameOf(setBy) })),
    replans: replans.map(({ byId, ...row }) => ({ ...row, by: nameOf(byId) })),
    returnsOf: await readReturns(em, ids),
    surveys: await surveyResultsOf(em, id),
    closings: await closingOf(em, id),
  };
}
