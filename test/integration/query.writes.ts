import { randomUUID } from 'node:crypto';
import { addDays, newId } from '@convener/kernel';
import { PASSWORD } from '../support/app';
import { ok } from '../support/client';
import { aStart } from '../support/builders';
import { formOf } from '../support/files';
import { aListForm } from '../support/sheets';
import { BULK_WRITES } from './query.bulk';
import {
  accepted,
  cellFile,
  change,
  check,
  cue,
  delay,
  entry,
  file,
  fileRow,
  findingsWork,
  house,
  item,
  list,
  listRow,
  membership,
  open,
  openThings,
  project,
  reason,
  secondRow,
  submitted,
  survey,
  surveyTokens,
} from './query.things';
import type { CountedRequest } from './query.types';
import type { QueryWorld } from './query.world';

/** The conference, with a run sheet to copy from. */
const cueProject = async (world: QueryWorld) => {
  await cue(world);
  return world.project.id;
};

export const WRITES: readonly CountedRequest[] = [
  change('POST /api/checks/{id}/tick', 19, check, undefined),
  change('POST /api/checks/{id}/not-applicable', 20, check, reason),
  change('POST /api/deliverables/{id}/submit', 32, open, { note: '完成' }, 'member'),
  change('POST /api/deliverables/{id}/withdraw', 30, submitted, {}, 'member'),
  change('POST /api/deliverables/{id}/accept', 31, submitted),
  change('POST /api/deliverables/{id}/unaccept', 33, accepted),
  change('POST /api/deliverables/{id}/return', 33, submitted, reason),
  change('POST /api/deliverables/{id}/waive', 32, open, reason),
  change('POST /api/deliverables/{id}/evidence', 29, open, { note: '佐證' }),
  change('POST /api/deliverables/{id}/files', 42, open, () => formOf('名單', '名單.txt')),
  change('DELETE /api/evidence/{id}/file', 36, file),
  change('POST /api/register-rows/{id}/work-item', 42, listRow),
  change('POST /api/register-rows/{id}/place', 30, secondRow, { after: null }),
  {
    name: 'POST /api/register-rows/{id}/files',
    most: 42,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/register-rows/${await fileRow(world)}/files?column=photo`,
      body: formOf('名單', '名單.txt'),
    }),
  },
  change('DELETE /api/cell-files/{id}', 36, cellFile),
  {
    name: 'POST /api/record-entries/{id}/actions/{actionId}/work-item',
    most: 46,
    make: async (world) => {
      const { id, actions } = await entry(world);
      const path = `/api/record-entries/${id}/actions/${actions[0]!.id}/work-item`;
      return { as: world.cast.manager.client, path, body: {} };
    },
  },
  {
    name: 'PATCH /api/projects/{id}/closing-report/chapters/{key}',
    most: 60,
    make: async (world) => ({
      as: world.cast.manager.client,
      path: `/api/projects/${world.project.id}/closing-report/chapters/targets`,
      body: { textAfter: `小結 ${newId()}`, after: 'facts' },
      headers: { 'if-match': '*' },
    }),
  },
  {
    name: 'POST /api/projects/{id}/closing-report/chapters/{key}/looked-through',
    most: 120,
    make: async (world) => {
      const path = `/api/projects/${world.project.id}/closing-report/chapters/targets`;
      const { digest } = ok(await world.cast.manager.client.get<{ digest: string }>(path)).body;
      return { as: world.cast.manager.client, path: `${path}/looked-through`, body: { language: 'zh-TW', digest } };
    },
  },
  change('PATCH /api/work-items/{id} · of a finding, done', 46, findingsWork, { status: 'done' }),
  change('POST /api/projects/{id}/documents/preview', 20, project, { kind: 'work-by-team', language: 'zh-TW' }),
  change('POST /api/surveys/{id}/links', 18, survey, { count: 200 }),
  {
    name: 'POST /api/survey/{token}',
    most: 22,
    make: async (world) => {
      const id = await survey(world);
      const path = `/api/surveys/${id}`;
      type Asked = { sections: { questions: { id: string; required: boolean }[] }[] };
      const { sections } = ok(await world.cast.manager.client.get<Asked>(path)).body;
      const required = sections.flatMap(({ questions }) => questions.filter((question) => question.required));
      const answers = required.map((question) => ({ questionId: question.id, number: 4 }));
      const [token] = await surveyTokens(world, id);
      const body = { submissionId: randomUUID(), consent: true, named: false, locale: 'en', answers };
      return { as: world.app.client(), path: `/api/survey/${token}`, body };
    },
  },
  change('POST /api/registers/{id}/import/preview', 14, list, aListForm),
  change('POST /api/registers/{id}/keep', 20, list, async (world: QueryWorld) => ({ templateId: await house(world) })),
  change('POST /api/registers/{id}/import', 30, list, aListForm),
  change('PATCH /api/work-items/{id}', 41, item, (world: QueryWorld) => ({ assigneeId: world.cast.member.id })),
  change('POST /api/projects/{id}/work-items', 32, project, { title: '加一件', stage: 'before' }),
  change('POST /api/projects/{id}/assignments', 21, project, async (world: QueryWorld) => ({
    select: { workItemIds: [(await world.item()).id] },
    set: { assigneeId: world.cast.lead.id },
  })),
  change('POST /api/projects/{id}/assignments · of a whole sub-team', 30, project, async (world: QueryWorld) => ({
    select: { teamId: (await world.project.team('registration')).id },
    set: { shiftDays: 1 },
  })),
  ...BULK_WRITES,
  change('POST /api/projects/{id}/assignments · of a cell of the board', 30, project, async (world: QueryWorld) => ({
    select: { teamId: (await world.project.team('registration')).id, stage: 'before', unassigned: true },
    set: { assigneeId: world.cast.lead.id },
  })),
  change('POST /api/work-items/{id}/remind', 30, item, { to: 'manager' }),
  change('POST /api/work-items/{id}/reminder-rules', 40, item, { rule: { days: -5 } }),
  change('POST /api/projects/{id}/reminder-rules', 40, project, { rule: { days: -5 } }),
  change('POST /api/me/reminder-rules', 40, project, { rule: { days: -5 } }),
  change('POST /api/projects/{id}/order', 16, project, async (world: QueryWorld) => ({
    workItemId: (await world.item()).id,
    after: null,
  })),
  change('POST /api/projects/{id}/personal-data/search', 14, project, { text: '王小姐' }),
  change('POST /api/projects/{id}/run-sheet/cues', 30, project, async (world: QueryWorld) => ({
    cues: ['開幕', '茶敘'].map((title, at) => ({
      ...{ day: '2028-06-12', minute: 540 + at, minutes: 30, place: '大廳', title, personIds: [world.cast.lead.id] },
      teamId: null,
    })),
  })),
  change('POST /api/projects/{id}/run-sheet/copy-day', 30, cueProject, { fromDay: '2028-06-12', toDay: '2028-06-14' }),
  change('PATCH /api/run-sheet-cues/{id}', 30, cue, (world: QueryWorld) => ({
    ...{ minute: 600, personIds: [world.cast.member.id] },
  })),
  change('DELETE /api/run-sheet-cues/{id}', 20, cue),
  change('POST /api/run-sheet-cues/{id}/state', 30, cue, { state: 'running' }),
  change('POST /api/run-sheet-cues/{id}/delay/preview', 14, cue, { minutes: 10 }),
  change('POST /api/run-sheet-cues/{id}/delay', 36, cue, { minutes: 10 }),
  change('POST /api/run-sheet-delays/{id}/undo', 24, delay),
  change('POST /api/projects/{id}/personal-data/export', 20, project, async (world: QueryWorld) => ({
    rows: [await listRow(world)],
  })),
  change('POST /api/projects/{id}/personal-data/erase', 20, project, async (world: QueryWorld) => ({
    ...{ rows: [await listRow(world)], ...reason },
  })),
  change('PATCH /api/projects/{id} · strict', 33, project, async (world: QueryWorld) => ({
    strictChecks: !(await world.project.view()).strictChecks,
  })),
  {
    name: 'PUT /api/projects/{id}/members/{personId}',
    most: 31,
    make: (world) => ({ ...membership(world, world.cast.client), body: { role: 'viewer', teams: [] } }),
  },
  {
    name: 'DELETE /api/projects/{id}/members/{personId} · who has work',
    most: 27,
    make: (world) => membership(world, world.leaver()),
  },
  change('POST /api/projects/{id}/next-edition/preview', 18, project, {}),
  change('POST /api/projects/{id}/template-update/preview', 16, project, {}),
  change('POST /api/projects/{id}/workflows/preview', 11, project, { template: 'venue-search' }),
  change('POST /api/projects/{id}/replan/preview', 18, project, { opening: '2028-06-13' }),
  change('POST /api/projects/{id}/replan', 60, project, async (world: QueryWorld) => ({
    closing: addDays((await world.project.view()).closingDay, 30),
  })),
  change('POST /api/projects/{id}/milestones', 40, project, { kind: 'payment', name: '期款', day: '2028-08-01' }),
  change('POST /api/projects/{id}/teams', 26, project, () => ({ name: `機動組 ${newId()}` })),
  change('POST /api/projects/{id}/closing/waivers', 70, project, async (world: QueryWorld) => ({
    ...{ things: await openThings(world), ...reason },
  })),
  change('POST /api/projects/{id}/close', 45, project, { waiveRest: '提前結案' }),
  change('POST /api/projects/{id}/reopen', 34, project, reason),
  change('POST /api/projects', 28, project, aStart()),
  change('POST /api/projects/preview', 5, project, aStart()),
  change('POST /api/me/inbox/read-all', 9, project),
  change('PATCH /api/me/notifications', 18, project, { dailyCap: 7 }),
  change('PUT /api/me/start-draft', 20, project, { draft: { template: 'conference', name: '論壇' } }),
  {
    name: 'POST /api/session',
    most: 20,
    make: ({ app, cast }) => ({
      as: app.client(),
      path: '/api/session',
      body: { email: cast.other.email, password: PASSWORD },
    }),
  },
];
