import type { Bilingual } from '@convener/kernel';
import { answerInWords } from './leave-out';
import type { LeaveOut, Stage, Template, TemplateTeam } from './template.types';

/** Where a template puts a task of a standard. */
export interface Placement {
  /** Of the task inside its standard: T2.1. */
  place: string;
  stage: Stage;
  workflow: string;
  /** Null where the template has no such sub-team. */
  team: TemplateTeam | null;
  /** Answers that leave the task out, each in words. */
  leftOutBy: Bilingual[];
  /** The outputs that it takes; an output of the standard that is not here is none of this template's. */
  outputs: PlacedOutput[];
}

export interface PlacedOutput {
  /** Of the output inside its standard: T2.1/O2.1.2. */
  place: string;
  /** Answers that leave it out though the task stays. */
  leftOutBy: Bilingual[];
}

/** What a template makes of the tasks of one edition of a standard, in its own order. */
export function placementsOf(template: Template, standard: { slug: string; edition: string }): Placement[] {
  const inside = (place: string) => place.slice(standard.slug.length + 1);
  const because = (leaveOut: LeaveOut) =>
    Object.entries(leaveOut).map(([option, answer]) => answerInWords(template, option, answer));
  return template.items
    .filter((item) => item.standard === standard.slug && item.edition === standard.edition)
    .map(({ place, stage, workflow, team, leaveOut, deliverables }) => ({
      ...{ place: inside(place), stage, workflow },
      team: template.teams.find(({ key }) => key === team) ?? null,
      leftOutBy: because(leaveOut),
      outputs: deliverables
        .filter((output) => output.place.startsWith(`${standard.slug}/`))
        .map((output) => ({ place: inside(output.place), leftOutBy: because(output.leaveOut) })),
    }));
}
