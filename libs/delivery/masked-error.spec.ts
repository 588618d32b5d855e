import { maskedError } from './masked-error';

describe('why a mail failed, for an operator to read', () => {
  it('names neither the recipient nor a password', () => {
    const said = '550 5.1.1 <lin.yu@example.org>: no such\r\nuser, see smtp://desk:s3cret@mail.example.org:587';
    const shown = maskedError(said);
    expect(shown).toContain('•••@example.org');
    expect(shown).toContain('550 5.1.1');
    expect(shown).not.toMatch(/lin\.yu|s3cret|[\r\n]/);
  });

  it('shows no key, and stays short', () => {
    expect(maskedError(`535 refused ${'A1b2'.repeat(10)}`)).toBe('535 refused •••');
    expect(maskedError('no '.repeat(500)).length).toBeLessThanOrEqual(300);
  });
});
