import type { DocumentChoice } from '@convener/reports';
import type { About } from '@convener/reports';
import { type Stage, STAGES } from '@convener/templates';
import type { BookedWork, WorkBook } from './work-book';
import { stageName, type WorkflowNames, workflowName } from './work-words';

/** Work in the order in which a document shows it, under one name a group. Groups without work are left out. */
export interface WorkGroup {
  name: string;
  work: BookedWork[];
}

export const GROUPED_BY: DocumentChoice = {
  key: 'by',
  name: { zh: '分組方式', en: 'Grouped by' },
  values: [
    { value: 'stage', name: { zh: '依階段', en: 'Stage' } },
    { value: 'team', name: { zh: '依工作小組', en: 'Sub-team' } },
    { value: 'workflow', name: { zh: '依工作流程', en: 'Workflow' } },
  ],
};

export function grouped({ teams, work }: WorkBook, by: string, about: About, workflows: WorkflowNames): WorkGroup[] {
  const live = applicable(work);
  if (by === 'team') return byTeam(teams, live, about);
  return by === 'workflow' ? byWorkflow(live, about, workflows) : byStage(live, about);
}

/** What is not applicable takes no part in any count. */
export const applicable = (work: readonly BookedWork[]) => work.filter(({ item }) => item.status !== 'not-applicable');

export function byStage(work: readonly BookedWork[], about: About): WorkGroup[] {
  return filled(
    STAGES.map((stage: Stage) => ({
      name: stageName(about, stage),
      work: work.filter(({ item }) => item.stage === stage),
    })),
  );
}

export function byTeam(teams: WorkBook['teams'], work: readonly BookedWork[], about: About): WorkGroup[] {
  return filled([
    ...teams.map((team) => ({ name: about.name(team), work: work.filter((one) => one.team?.id === team.id) })),
    { name: about.say('未分小組', 'No sub-team'), work: work.filter(({ team }) => team === null) },
  ]);
}

export interface TeamGroup extends WorkGroup {
  people: number;
}

/** Every sub-team, also one that has no work: that is a finding too. */
export function everyTeam({ teams, work, members }: WorkBook, about: About): TeamGroup[] {
  const live = applicable(work);
  const without = live.filter(({ team }) => team === null);
  return [
    ...teams.map(({ id, ...team }) => ({
      name: about.name(team),
      work: live.filter((one) => one.team?.id === id),
      people: members.filter((member) => member.teams.some(({ teamId }) => teamId === id)).length,
    })),
    ...(without.length > 0 ? [{ name: about.say('未分小組', 'No sub-team'), work: without, people: 0 }] : []),
  ];
}

/** In the catalogue's order, then those that it does not know as the project has them. */
function byWorkflow(work: readonly BookedWork[], about: About, workflows: WorkflowNames): WorkGroup[] {
  const keys = new Set([...workflows.keys(), ...work.map(({ item }) => item.workflow)]);
  return filled(
    [...keys].map((key) => ({
      name: workflowName(about, workflows, key),
      work: work.filter(({ item }) => item.workflow === key),
    })),
  );
}

const filled = (groups: readonly WorkGroup[]) => groups.filter(({ work }) => work.length > 0);
