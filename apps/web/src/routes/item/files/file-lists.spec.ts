import { type Evidence, type EvidenceFile, inView, isFile, mayBeLookedAt, olderOf, sizeOf } from './file-lists';

const evidence = (id: string, series: string | null, version = 1, current = true) =>
  ({ id, file: series === null ? null : { series, version, current } }) as Evidence;
const list = [
  evidence('note', null),
  evidence('a1', 'a', 1, false),
  evidence('b1', 'b'),
  evidence('a2', 'a', 2, false),
  evidence('a3', 'a', 3),
];

describe('evidence on screen', () => {
  it('shows the newest version of each file, and notes and links', () =>
    expect(inView(list).map(({ id }) => id)).toEqual(['note', 'b1', 'a3']));

  it('keeps the older ones beside it, newest first', () => {
    const files = list.filter(isFile);
    expect(
      olderOf(
        list,
        files.find(({ id }) => id === 'a3')!,
      ).map(({ id }) => id),
    ).toEqual(['a2', 'a1']);
    expect(
      olderOf(
        list,
        files.find(({ id }) => id === 'b1')!,
      ),
    ).toEqual([]);
  });

  it('offers pictures and PDFs to look at, and nothing that is not for the reader', () => {
    const looked = (mediaType: string, mayOpen = true) =>
      mayBeLookedAt({ id: 'a', file: { mediaType, mayOpen } } as EvidenceFile);
    expect([looked('image/png'), looked('application/pdf'), looked('text/csv')]).toEqual([true, true, false]);
    expect(looked('application/pdf', false)).toBe(false);
  });

  it.each([
    [1, '1 KB'],
    [340_000, '332 KB'],
    [1_300_000, '1.2 MB'],
  ])('%d bytes are %s', (bytes, text) => expect(sizeOf(bytes)).toBe(text));
});
