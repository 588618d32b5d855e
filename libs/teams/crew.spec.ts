import { accepterOf, type Crew, ownerOf } from './crew';

const crew: Crew = {
  roles: new Map([
    ['mei', 'manager'],
    ['lin', 'member'],
    ['wu', 'member'],
  ]),
  leads: new Map([['registration', ['lin']]]),
  managers: ['mei'],
};

describe('whose a piece of work is', () => {
  it('is the assignee, else the lead of its sub-team, else the manager', () => {
    expect(ownerOf(crew, { assigneeId: 'wu', teamId: 'registration' })).toBe('wu');
    expect(ownerOf(crew, { assigneeId: null, teamId: 'registration' })).toBe('lin');
    expect(ownerOf(crew, { assigneeId: null, teamId: 'publicity' })).toBe('mei');
    expect(ownerOf(crew, { assigneeId: null, teamId: null })).toBe('mei');
  });

  it('is no longer somebody who left the project', () => {
    expect(ownerOf(crew, { assigneeId: 'gone', teamId: 'registration' })).toBe('lin');
  });

  it('is nobody where nobody is left', () => {
    expect(
      ownerOf({ roles: new Map(), leads: new Map(), managers: [] }, { assigneeId: null, teamId: null }),
    ).toBeNull();
  });
});

describe('whose turn it is to accept', () => {
  const turn = (accepter: string, teamId: string, submittedBy: string | null = null) =>
    accepterOf(crew, { accepter, teamId, submittedBy });

  it('is the lead where the plan says so and there is one, else the manager', () => {
    expect(turn('lead', 'registration')).toBe('lin');
    expect(turn('lead', 'publicity')).toBe('mei');
    expect(turn('client', 'registration')).toBe('mei');
  });

  it('is never whoever handed it in, while there is somebody else', () => {
    expect(turn('lead', 'registration', 'lin')).toBe('mei');
    expect(
      accepterOf({ ...crew, managers: ['mei', 'hua'] }, { accepter: 'manager', teamId: null, submittedBy: 'mei' }),
    ).toBe('hua');
    expect(accepterOf({ ...crew, managers: ['mei'] }, { accepter: 'manager', teamId: null, submittedBy: 'mei' })).toBe(
      'mei',
    );
  });
});
