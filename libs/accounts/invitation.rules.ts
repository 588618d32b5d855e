import { badRequest, type Bilingual, type FieldProblem } from '@convener/kernel';
import type { ProjectRole, WorkspaceRole } from '@convener/access';
import { normalEmail } from '@convener/sign-in';

export interface InvitationRequest {
  email?: string;
  name?: string;
  workspaceRole?: WorkspaceRole;
  projectId?: string;
  /** Member where a project is given without a role. */
  projectRole?: ProjectRole;
  teamId?: string;
  lead?: boolean;
}

/** What an invitation stores of the request. Throws 400 naming the fields that contradict each other. */
export function planInvitation(request: InvitationRequest) {
  const { projectId, teamId, lead = false, workspaceRole } = request;
  const wrong: FieldProblem[] = [];
  const refuse = (pointer: string, text: Bilingual) => wrong.push({ pointer, ...text });
  if (!workspaceRole && !projectId) refuse('/workspaceRole', NOTHING);
  if (!projectId && request.projectRole) refuse('/projectRole', NEEDS_PROJECT);
  if (!projectId && teamId) refuse('/teamId', NEEDS_PROJECT);
  if (lead && !teamId) refuse('/lead', NEEDS_TEAM);
  if (teamId && request.projectRole === 'viewer') refuse('/teamId', NOT_A_VIEWER);
  if (wrong.length > 0)
    throw badRequest('validation', { zh: '邀請內容不正確。', en: 'The invitation is not right.' }, wrong);
  return {
    email: request.email ? normalEmail(request.email) : null,
    name: request.name ?? null,
    workspaceRole: workspaceRole ?? null,
    projectId: projectId ?? null,
    projectRole: projectId ? (request.projectRole ?? 'member') : null,
    teamId: teamId ?? null,
    lead,
  };
}

/** The newcomer's own words, else what the invitation says. Throws 400 naming what is missing. */
export function requireNewcomer(
  given: { name?: string; email?: string; password?: string },
  invitation: { name: string | null; email: string | null },
): { name: string; email: string; password: string } {
  const name = given.name ?? invitation.name;
  const email = given.email ?? invitation.email;
  const { password } = given;
  if (name && email && password) return { name, email, password };
  const missing = Object.entries({ name, email, password }).flatMap(([key, value]) =>
    value ? [] : [{ pointer: `/${key}`, zh: '請填寫。', en: 'Required.' }],
  );
  throw badRequest(
    'validation',
    { zh: '請填寫姓名、電子郵件與密碼。', en: 'Give a name, an e-mail address and a password.' },
    missing,
  );
}

const NOTHING = { zh: '請選擇工作區角色或專案。', en: 'Choose a workspace role or a project.' };
const NEEDS_PROJECT = { zh: '要先選擇專案。', en: 'Needs a project.' };
const NEEDS_TEAM = { zh: '要先選擇工作小組。', en: 'Needs a sub-team.' };
const NOT_A_VIEWER = { zh: '檢視者不屬於工作小組。', en: 'A viewer belongs to no sub-team.' };
