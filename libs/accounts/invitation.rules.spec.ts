import { type InvitationRequest, planInvitation, requireNewcomer } from './invitation.rules';

const pointers = (request: InvitationRequest) => {
  try {
    planInvitation(request);
    return [];
  } catch (error) {
    return (error as { fields: { pointer: string }[] }).fields.map(({ pointer }) => pointer);
  }
};

describe('an invitation', () => {
  it('makes a member of the project unless it says otherwise', () => {
    expect(planInvitation({ projectId: 'p' })).toMatchObject({
      projectRole: 'member',
      workspaceRole: null,
      lead: false,
    });
    expect(planInvitation({ workspaceRole: 'member' })).toMatchObject({ projectId: null, projectRole: null });
  });

  it('must give something, and nothing that contradicts itself', () => {
    expect(pointers({})).toEqual(['/workspaceRole']);
    expect(pointers({ workspaceRole: 'admin', projectRole: 'manager', teamId: 't' })).toEqual([
      '/projectRole',
      '/teamId',
    ]);
    expect(pointers({ projectId: 'p', lead: true })).toEqual(['/lead']);
    expect(pointers({ projectId: 'p', projectRole: 'viewer', teamId: 't' })).toEqual(['/teamId']);
    expect(pointers({ projectId: 'p', projectRole: 'manager', teamId: 't', lead: true })).toEqual([]);
  });

  it('prefers the newcomer’s own words to its own', () => {
    const invitation = { name: '邀請上的名字', email: 'invited@example.test' };
    expect(requireNewcomer({ name: '本人', password: 'x' }, invitation)).toEqual({
      name: '本人',
      email: 'invited@example.test',
      password: 'x',
    });
    expect(() => requireNewcomer({}, invitation)).toThrow(/validation/);
  });
});
