import type { Actor, ProjectStanding } from '@convener/access';
import { documentName, requireReadable } from './made-document.rules';

describe('the name of a document’s file', () => {
  it('says the project, the document and the day', () => {
    expect(documentName('圓山論壇', '預算表', '2028-06-12')).toBe('圓山論壇 預算表 2028-06-12');
  });

  it('says the project once where the title does so itself', () => {
    expect(documentName('圓山論壇', '圓山論壇 結案報告', '2028-06-12')).toBe('圓山論壇 結案報告 2028-06-12');
  });
});

describe('a document that speaks of people', () => {
  const actor = (role: ProjectStanding['role'], leads: string[] = [], personId = 'somebody'): Actor => ({
    ...{ personId, workspaceRole: 'member', temporary: false },
    project: { role, leads, teams: leads },
  });
  const row = { forLeads: true, askedBy: 'maker' };

  it('is read by managers, leads and whoever asked for it', () => {
    for (const one of [actor('manager'), actor('member', ['stage']), actor('member', [], 'maker')])
      expect(() => requireReadable(one, row)).not.toThrow();
  });

  it('is refused to the rest of the crew; another is theirs', () => {
    expect(() => requireReadable(actor('member'), row)).toThrow('forbidden');
    expect(() => requireReadable(actor('member'), { ...row, forLeads: false })).not.toThrow();
    expect(() => requireReadable(actor('viewer', [], 'maker'), row)).toThrow('forbidden');
  });
});
