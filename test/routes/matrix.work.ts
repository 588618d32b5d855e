import { randomUUID } from 'node:crypto';
import { ok } from '../support/client';
import { aStart } from '../support/builders';
import { formOf } from '../support/files';
import {
  WHY,
  inProject,
  on,
  openList,
  onCheck,
  onAccepted,
  onComment,
  onDeliverable,
  onFile,
  onItem,
  onlyItsAuthor,
  onSubmitted,
  onWaiver,
  plain,
  projectVersion,
  reopenProject,
  staffOnly,
  type Use,
} from './matrix.asks';
import {
  A_DOCUMENT,
  A_MEETING,
  documentsAreMade,
  onChapter,
  onOwnChapter,
  onSeenChapter,
  onContract,
  onContractDeliverable,
  onDocument,
  onEntry,
  onRecordDeliverable,
} from './matrix.paper-asks';
import { newTeam, newItem, newDeliverable } from './matrix.world';

/** The rows of the table about projects and their work. */
export const WORK: Record<string, Use[]> = {
  'POST /api/projects/preview': [{ ask: () => ({ body: aStart({ template: 'venue-search' }) }) }],
  'POST /api/projects': [
    { ask: () => ({ body: aStart({ template: 'venue-search' }) }) },
    {
      as: 'the next edition',
      action: 'project.edit',
      scope: 'project',
      ask: ({ id }) => ({ body: aStart({ template: 'venue-search', from: id, keepPeople: true, keepOwnItems: true }) }),
      verdict: staffOnly,
    },
  ],
  // Finds in one's own projects alone, see work-search.spec.ts.
  'GET /api/me/search': [{ ...plain, ask: () => ({ query: `q=${encodeURIComponent('場地')}` }) }],
  // A list of one's own: a project that is not is missing in it, see matrix.spec.ts.
  'GET /api/projects': [plain],
  'GET /api/projects/:id': [inProject()],
  'PATCH /api/projects/:id': [
    { ask: async (place) => on(place.id, { venue: `廳 ${randomUUID()}` }, await projectVersion(place)) },
  ],
  'GET /api/projects/:id/closing': [inProject()],
  'POST /api/projects/:id/closing/waivers': [
    {
      ask: async (place) =>
        on(place.id, { things: [{ kind: 'work-item', id: (await newItem(place)).id }], reason: '不辦了' }),
    },
  ],
  'POST /api/projects/:id/closing/waivers/:waiverId/take-back': [onWaiver(WHY)],
  'POST /api/projects/:id/close': [{ ...inProject({ waiveRest: '提前結案' }), after: reopenProject }],
  'POST /api/projects/:id/reopen': [
    {
      ask: async ({ id, manager }) => {
        ok(await manager.client.post(`/api/projects/${id}/close`, { waiveRest: '提前結案' }));
        return on(id, WHY);
      },
      // Closing it has shown temporary staff out.
      verdict: (who, where) => (who === 'temporary' && where !== 'other project' ? 401 : undefined),
      after: reopenProject,
    },
  ],
  'GET /api/projects/:id/progress': [inProject()],
  'GET /api/projects/:id/overview': [inProject()],
  'GET /api/projects/:id/coverage': [inProject()],
  'PUT /api/projects/:id/health': [inProject({ word: 'at-risk', note: '場地未定' })],
  'GET /api/projects/:id/activity': [inProject()],
  'GET /api/work-items/:id/comments': [onItem({})],
  'POST /api/work-items/:id/comments': [onItem({ body: '請看' })],
  'GET /api/comments/:id': [onComment()],
  'PATCH /api/comments/:id': [{ ...onComment({ body: '請再看' }), verdict: onlyItsAuthor }],
  'DELETE /api/comments/:id': [{ ...onComment(), action: 'project.edit' }],
  'GET /api/deliverables/:id/contracts': [onDeliverable()],
  'POST /api/deliverables/:id/contracts': [onContractDeliverable({ party: '甲飯店' })],
  'GET /api/contracts/:id': [onContract()],
  'PATCH /api/contracts/:id': [onContract({ amount: 100 })],
  'POST /api/contracts/:id/state': [onContract({ state: 'sent' })],
  'GET /api/deliverables/:id/record-entries': [onDeliverable()],
  'POST /api/deliverables/:id/record-entries': [onRecordDeliverable(A_MEETING)],
  'GET /api/record-entries/:id': [onEntry()],
  'PATCH /api/record-entries/:id': [onEntry({ decisions: ['照案通過'] })],
  'DELETE /api/record-entries/:id': [onEntry()],
  'POST /api/record-entries/:id/actions/:actionId/work-item': [onEntry()],
  'GET /api/projects/:id/closing-report': [inProject()],
  'GET /api/projects/:id/closing-report/chapters/:key': [onChapter()],
  'POST /api/projects/:id/closing-report/chapters': [inProject({ title: '致謝' })],
  'PATCH /api/projects/:id/closing-report/chapters/:key': [onChapter({ textAfter: '順利完成。' })],
  'DELETE /api/projects/:id/closing-report/chapters/:key': [onOwnChapter()],
  'POST /api/projects/:id/closing-report/chapters/:key/looked-through': [onSeenChapter()],
  'GET /api/work-items/:id/origin': [onItem({})],
  'GET /api/projects/:id/documents': [inProject()],
  'POST /api/projects/:id/documents/preview': [inProject({ kind: 'work-by-team', language: 'zh-TW' })],
  'POST /api/projects/:id/documents': [{ ...inProject(A_DOCUMENT), after: documentsAreMade }],
  'GET /api/documents/:id': [onDocument],
  'GET /api/documents/:id/file': [onDocument],
  'POST /api/documents/:id/cancel': [{ ...onDocument, action: 'project.edit' }],
  'DELETE /api/documents/:id': [{ ...onDocument, action: 'project.edit' }],
  'GET /api/projects/:id/evidence-pack/summary': [inProject()],
  'GET /api/projects/:id/evidence-pack': [inProject()],
  'GET /api/projects/:id/live': [inProject()],
  'GET /api/me/live': [plain],
  'POST /api/projects/:id/workflows/preview': [inProject({ template: 'registration' })],
  'POST /api/projects/:id/workflows': [inProject({ template: 'registration' })],
  'POST /api/projects/:id/assignments': [
    {
      as: 'hand out',
      action: 'work.assign',
      ask: async (place) =>
        on(place.id, { select: { workItemIds: [(await newItem(place)).id] }, set: { assigneeId: place.worker.id } }),
    },
    {
      as: 'of a sub-team, moved in time',
      action: 'work-item.edit',
      ask: (place) => on(place.id, { select: { teamId: place.team }, set: { shiftDays: 1 } }),
    },
    {
      as: 'into another sub-team',
      action: 'project.edit',
      ask: async (place) =>
        on(place.id, { select: { workItemIds: [(await newItem(place)).id] }, set: { teamId: place.teamBeside } }),
    },
  ],
  'GET /api/projects/:id/bulk-changes': [inProject()],
  'POST /api/projects/:id/bulk-changes/:bulkId/undo': [
    {
      // Done by the manager, so that a lead's own is not what is looked at here.
      action: 'project.edit',
      ask: async (place) => {
        const body = { select: { workItemIds: [(await newItem(place)).id] }, set: { assigneeId: place.worker.id } };
        const done = ok(await place.manager.client.post(`/api/projects/${place.id}/assignments`, body));
        return { params: { id: place.id, bulkId: String(done.body.batchId) } };
      },
    },
  ],
  'POST /api/projects/:id/order': [
    {
      ask: async (place) => {
        const first = await newItem(place);
        return on(place.id, { workItemId: (await newItem(place, { after: first.id })).id, after: null });
      },
    },
  ],
  'PUT /api/projects/:id/members/:personId': [
    {
      ask: ({ id, team }, _who, { spare }) => ({
        params: { id, personId: spare.id },
        body: { role: 'member', teams: [{ teamId: team, lead: false }] },
      }),
    },
  ],
  'DELETE /api/projects/:id/members/:personId': [
    {
      ask: async ({ id, manager }, _who, { spare }) => {
        ok(await manager.client.put(`/api/projects/${id}/members/${spare.id}`, { role: 'member' }));
        return { params: { id, personId: spare.id } };
      },
    },
  ],
  'POST /api/projects/:id/teams': [{ ask: ({ id }) => on(id, { name: `小組 ${randomUUID()}` }) }],
  'PATCH /api/teams/:id': [
    {
      ask: async ({ id, manager }) => ({
        params: { id: await newTeam(manager.client, id) },
        body: { name: `改名 ${randomUUID()}` },
      }),
    },
  ],
  'GET /api/projects/:id/work-items': [{ ...inProject(), verdict: openList }],
  'GET /api/projects/:id/checklist.xlsx': [inProject()],
  'POST /api/projects/:id/work-items': [
    {
      ask: ({ id, team, worker }) =>
        on(id, { title: '加一件', stage: 'before', teamId: team, assigneeId: worker.id, checks: ['一'] }),
    },
    { as: 'without a sub-team', thing: { teamId: null }, ask: ({ id }) => on(id, { title: '無組', stage: 'before' }) },
  ],
  'GET /api/work-items/:id': [onItem({})],
  'PATCH /api/work-items/:id': [
    { as: 'status', ...onItem({ status: 'doing' }) },
    { as: 'title', action: 'work-item.edit', ...onItem({ title: '改名' }) },
    {
      as: 'hand out',
      action: 'work.assign',
      ask: async (place) => on((await newItem(place)).id, { assigneeId: place.worker.id }),
    },
    {
      as: 'into another sub-team',
      action: 'project.edit',
      ask: async (place) => on((await newItem(place)).id, { teamId: place.teamBeside }),
    },
    {
      as: 'not applicable',
      action: 'work-item.not-applicable',
      ...onItem({ status: 'not-applicable', ...WHY }),
    },
  ],
  'POST /api/work-items/:id/claim': [
    // An admin stands in for the manager but is no member whom work could be given to.
    { ...onItem({}), answers: { admin: 400 } },
  ],
  'POST /api/work-items/:id/reopen': [
    {
      ask: async (place) => {
        const { id, version } = await newItem(place);
        const headers = { 'if-match': `"${version}"` };
        ok(await place.manager.client.patch(`/api/work-items/${id}`, { status: 'not-applicable', ...WHY }, headers));
        return on(id, WHY);
      },
    },
  ],
  'POST /api/work-items/:id/deliverables': [onItem({ title: '多一份' })],
  'POST /api/work-items/:id/checks': [onItem({ text: '多一點' })],
  'GET /api/work-items/:id/cant-wait': [onItem({})],
  'PUT /api/work-items/:id/cant-wait': [onItem({})],
  'DELETE /api/work-items/:id/cant-wait': [onItem({})],
  'GET /api/deliverables/:id': [onDeliverable()],
  'PATCH /api/deliverables/:id': [onDeliverable({ title: '改名' })],
  'POST /api/deliverables/:id/submit': [onDeliverable({ note: '完成' })],
  'POST /api/deliverables/:id/withdraw': [onDeliverable()],
  'POST /api/deliverables/:id/accept': [onSubmitted('lead'), onSubmitted('manager'), onSubmitted('client')],
  'POST /api/deliverables/:id/unaccept': [onAccepted('lead'), onAccepted('manager'), onAccepted('client')],
  'POST /api/deliverables/:id/return': [
    onSubmitted('lead', WHY),
    onSubmitted('manager', WHY),
    onSubmitted('client', WHY),
  ],
  'POST /api/deliverables/:id/waive': [onDeliverable(WHY)],
  'POST /api/deliverables/:id/reopen': [
    {
      ask: async (place) => {
        const { id } = await newDeliverable(place);
        ok(await place.manager.client.post(`/api/deliverables/${id}/waive`, WHY));
        return on(id, WHY);
      },
    },
  ],
  'POST /api/deliverables/:id/evidence': [onDeliverable({ note: '佐證' })],
  'POST /api/deliverables/:id/files': [
    { ask: async (place) => on((await newDeliverable(place)).id, formOf('名單', '名單.txt')) },
  ],
  'GET /api/evidence/:id/file': [onFile],
  'DELETE /api/evidence/:id/file': [onFile],
  'POST /api/checks/:id/tick': [onCheck()],
  'POST /api/checks/:id/untick': [onCheck()],
  'POST /api/checks/:id/not-applicable': [onCheck(WHY)],
};
