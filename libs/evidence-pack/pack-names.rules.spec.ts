import fc from 'fast-check';
import { folderName, PackPaths, shortName } from './pack-names.rules';

describe('names in an evidence pack', () => {
  it('are fit for every system', () => {
    expect(folderName('會議/論壇: 場地? "A"')).toBe('會議 論壇 場地 A');
    expect(folderName('...')).toBe('_');
    expect(shortName(`${'長'.repeat(200)}.pdf`)).toMatch(/^長{60}\.pdf$/);
  });

  it('never end in what Windows drops, and never lead out of the pack', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = folderName(text);
        expect(name).not.toMatch(/[. ]$|[\\/:*?"<>|]/);
        expect(name).not.toBe('..');
        expect([...name].length).toBeLessThanOrEqual(60);
      }),
    );
  });

  it('are each given once in a folder, also where only their case differs', () => {
    const paths = new PackPaths();
    expect(['照片.jpg', '照片.jpg', 'A.pdf', 'a.pdf'].map((name) => paths.path('夾', name))).toEqual([
      '夾/照片.jpg',
      '夾/照片 (2).jpg',
      '夾/A.pdf',
      '夾/a (2).pdf',
    ]);
    expect(paths.path('另一個夾', '照片.jpg')).toBe('另一個夾/照片.jpg');
  });
});
