import { StandardsLibrary } from '@convener/standards';
import { asksOf } from './board.asks';

const library = StandardsLibrary.read('seeds/standards');
const slug = 'conference-project-executive';
const standard = library.get(slug);
const [first, second] = standard.duties.flatMap(({ tasks }) => tasks);
const at = (place: string) => `${slug}/${place}`;

describe('what the standards ask of whoever does some work', () => {
  it('names each entry once, word for word, with the work items that ask for it', () => {
    const items = [
      { id: 'a', place: at(first!.place) },
      { id: 'b', place: at(second!.place) },
    ];
    const [asks] = asksOf(items, library);
    expect(asks).toMatchObject({ slug, name: standard.name, edition: standard.edition, code: standard.code });
    const wanted = new Set([...first!.knowledge, ...second!.knowledge]);
    expect(asks!.knowledge.map(({ code, text }) => ({ code, text }))).toEqual(
      standard.knowledge.filter(({ code }) => wanted.has(code)),
    );
    for (const { code, workItemIds } of asks!.knowledge) {
      const asking = [first!.knowledge.includes(code) && 'a', second!.knowledge.includes(code) && 'b'];
      expect(workItemIds).toEqual(asking.filter(Boolean));
    }
    expect(asks!.skills.some(({ workItemIds }) => workItemIds.length === 2)).toBe(true);
  });

  it('keeps standards apart, whose codes mean different things', () => {
    const other = library.all().find((one) => one.slug !== slug)!;
    const place = `${other.slug}/${other.duties[0]!.tasks[0]!.place}`;
    const asks = asksOf(
      [
        { id: 'a', place: at(first!.place) },
        { id: 'b', place },
      ],
      library,
    );
    expect(asks.map((one) => one.slug)).toEqual([slug, other.slug].sort());
  });

  it('is nothing for work that stands in no standard at hand', () => {
    const places = [null, 'no-such-standard/T1.1', at('T99.9')];
    expect(
      asksOf(
        places.map((place) => ({ id: 'a', place })),
        library,
      ),
    ).toEqual([]);
  });
});
