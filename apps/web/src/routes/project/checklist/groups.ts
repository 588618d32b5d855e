import { STAGES, type Project, type WorkItemRow } from '../../../api/types';

export interface Group {
  key: string;
  /** The stage, or the sub-team's names; null for work that no sub-team has. */
  stage?: WorkItemRow['stage'];
  team?: { name: string; nameEn: string | null } | null;
  rows: WorkItemRow[];
}

const byStage = (rows: readonly WorkItemRow[]): Group[] =>
  STAGES.map((stage) => ({ key: stage, stage, rows: rows.filter((row) => row.stage === stage) }));

function byTeam(rows: readonly WorkItemRow[], project: Project): Group[] {
  const teams = project.teams.map((team) => ({
    key: team.id,
    team,
    rows: rows.filter((row) => row.team?.id === team.id),
  }));
  return [...teams, { key: 'none', team: null, rows: rows.filter((row) => row.team === null) }];
}

/** The rows in their order, under their stage or sub-team; empty groups fall away. */
export function grouped(rows: readonly WorkItemRow[], project: Project, by: 'stage' | 'team'): Group[] {
  return (by === 'team' ? byTeam(rows, project) : byStage(rows)).filter((group) => group.rows.length > 0);
}
