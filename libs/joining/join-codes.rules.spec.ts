import type { Actor, SignedIn } from '@convener/access';
import { codeState, requireNewcomer, requireOpenCode, scannerOf } from './join-codes.rules';

const NOW = Date.parse('2026-07-15T10:00:00+08:00');
const stay = { status: 'running', closingDay: '2026-07-16', zone: 'Asia/Taipei' };
const code = { endedAt: null, expiresAt: NOW + 1, joined: 2, most: 3 };

describe('a code', () => {
  it('is open while it is neither ended, over, run out nor full', () => {
    expect(codeState(code, stay, NOW)).toBe('open');
    expect(codeState({ ...code, expiresAt: null }, stay, NOW)).toBe('open');
  });

  it.each([
    ['full', { ...code, joined: 3 }],
    ['expired', { ...code, expiresAt: NOW }],
    ['ended', { ...code, endedAt: NOW - 1, joined: 3, expiresAt: NOW }],
  ] as const)('is %s', (state, given) => {
    expect(codeState(given, stay, NOW)).toBe(state);
    expect(() => requireOpenCode(state)).toThrow(expect.objectContaining({ status: 410, type: `join-code-${state}` }));
  });

  it('is over with the event, also where it has no end of its own', () => {
    const late = Date.parse('2026-07-18T00:00:00+08:00');
    expect(codeState({ ...code, expiresAt: null }, stay, late)).toBe('over');
    expect(codeState(code, { ...stay, status: 'cancelled' }, NOW)).toBe('over');
  });
});

describe('whoever scans', () => {
  const person = (email: string | null, workspaceRole: SignedIn['workspaceRole'] = null): SignedIn => ({
    ...{ personId: 'me', name: '甲', email, workspaceRole, locale: 'zh-TW', version: 1 },
  });
  const as = (role: 'manager' | 'member' | 'viewer' | 'temporary', teams: string[]): Actor => ({
    ...{ personId: 'me', workspaceRole: null, temporary: role === 'temporary', project: { role, leads: [], teams } },
  });

  it('is new without a session', () => expect(scannerOf(undefined, undefined, 'desk')).toBe('new'));
  it('goes on as the same person where the device has joined before', () => {
    expect(scannerOf(person(null), as('temporary', ['desk']), 'desk')).toBe('in');
    expect(scannerOf(person('a@b'), as('member', ['desk']), 'desk')).toBe('in');
  });
  it('helps one sub-team of one project at a time', () => {
    expect(scannerOf(person(null), as('temporary', ['hall']), 'desk')).toBe('elsewhere');
    expect(scannerOf(person(null), undefined, 'desk')).toBe('elsewhere');
  });
  it('joins as themselves from the workspace or the crew', () => {
    expect(scannerOf(person('a@b', 'member'), undefined, 'desk')).toBe('colleague');
    expect(scannerOf(person('a@b'), as('member', ['hall']), 'desk')).toBe('colleague');
    expect(scannerOf(person('a@b'), as('manager', []), 'desk')).toBe('colleague');
  });
  it('gets no more out of it than they have been given as a client or as somebody of another project', () => {
    expect(scannerOf(person('a@b'), as('viewer', []), 'desk')).toBe('outsider');
    expect(scannerOf(person('a@b'), undefined, 'desk')).toBe('outsider');
  });
});

describe('a newcomer', () => {
  it('gives a name and has been told', () =>
    expect(requireNewcomer({ name: '小美', told: true, locale: 'en' })).toEqual({ name: '小美', locale: 'en' }));
  it('is told at each field what is missing', () => {
    const pointers = (given: object) => {
      try {
        return requireNewcomer(given);
      } catch (error) {
        return (error as { fields: { pointer: string }[] }).fields.map(({ pointer }) => pointer);
      }
    };
    expect(pointers({})).toEqual(['/name', '/told']);
    expect(pointers({ name: '小美', told: false })).toEqual(['/told']);
    expect(pointers({ told: true })).toEqual(['/name']);
  });
});
