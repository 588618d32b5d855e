import fc from 'fast-check';
import { disposition, fileName } from './file-names';

describe('the name of a file', () => {
  it.each([
    ['議程.PDF', 'application/pdf', '議程.PDF'],
    ['IMG_1.jpeg', 'image/jpeg', 'IMG_1.jpeg'],
    ['IMG_1.heic', 'image/jpeg', 'IMG_1.heic.jpg'],
    ['evil.html', 'text/plain', 'evil.html.txt'],
    ['名單.csv', 'text/plain', '名單.csv'],
    ['cafe\u0301.txt', 'text/plain', 'café.txt'],
    ['', 'image/png', 'file.png'],
    ['CON .txt ', 'text/plain', 'CON.txt'],
  ])('%j of %s is %j', (given, mediaType, name) => expect(fileName(given, mediaType)).toBe(name));

  it('holds nothing that leads elsewhere, hides or breaks a header, whatever was typed', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = fileName(given, 'application/pdf');
        expect(name).toMatch(/^[^/\\\p{Cc}\p{Cf}\p{Cs}<>:"|?*]+\.pdf$/iu);
        expect(name.startsWith('.')).toBe(false);
        expect([...name].length).toBeLessThanOrEqual(124);
        expect(fileName(name, 'application/pdf')).toBe(name);
        expect(disposition('attachment', name)).toMatch(
          /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w.~%-]+$/,
        );
      }),
    ));

  it('is told to old programs in plain letters and to all others as it is', () =>
    expect(disposition('inline', "Ré's 議程.pdf")).toBe(
      `inline; filename="Re_'s __.pdf"; filename*=UTF-8''R%C3%A9%27s%20%E8%AD%B0%E7%A8%8B.pdf`,
    ));
});
