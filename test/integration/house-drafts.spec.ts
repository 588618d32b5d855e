import { contentOf, type HouseEdit, houseProblems } from '@convener/house-templates';
import { drafted, editedContent, realSeeds } from '../support/builders.templates';

const { template, templates } = realSeeds();
const VENUE = template('venue-search');
const PLANS = templates.filter(({ slug }) => VENUE.standards.some((standard) => standard.slug === slug));

describe('an edit of a draft', () => {
  const edited = (edit: HouseEdit) => editedContent(VENUE, edit, PLANS).content;

  it('leaves alone what it does not name, also where a field is there without a value', () => {
    const [first] = VENUE.items;
    const nothing = { name: undefined, teams: undefined, items: [{ place: first!.place, title: undefined }] };
    expect(edited(nothing as HouseEdit)).toEqual(contentOf(VENUE));
    expect(edited({ name: '改名' }).items).toEqual(contentOf(VENUE).items);
  });

  it('moves a row behind another or to the front', () => {
    const places = (edit: HouseEdit) => edited(edit).items.map(({ place }) => place);
    const [a, b, c, d] = VENUE.items.map(({ place }) => place);
    expect(places({ move: { place: a!, behind: c! } })).toEqual([b, c, a, d]);
    expect(places({ move: { place: d!, behind: null } })).toEqual([d, a, b, c]);
  });

  it('brings what a task that is put back needs: no task of a covered standard leaves a problem', () => {
    const present = new Set(VENUE.items.map(({ place }) => place));
    const missing = PLANS.flatMap(({ items }) => items).filter(({ place }) => !present.has(place));
    expect(missing.length).toBeGreaterThan(10);
    for (const { place } of missing) {
      const made = drafted(VENUE, edited({ putBack: place }), PLANS, 1);
      expect([place, houseProblems(made.template), made.unknown]).toEqual([place, [], []]);
    }
  });
});

describe('what can never be started', () => {
  it('is found in none of the built-in templates', () => {
    for (const each of templates) expect([each.slug, houseProblems(each)]).toEqual([each.slug, []]);
  });

  it('is told where it stands', () => {
    const pointers = (change: object) => houseProblems({ ...VENUE, ...change }).map(({ pointer }) => pointer);
    const [first, ...rest] = VENUE.anchors;
    const round = { ...first!, default: `${first!.key} - 3 days` };
    expect(pointers({ anchors: [round, ...rest] })).toContain('/anchors/0/default');
    expect(pointers({ anchors: VENUE.anchors.filter(({ key }) => key !== 'closing') })).toContain('/anchors');
    expect(pointers({ items: [...VENUE.items, VENUE.items[0]] })).toContain(`/items/${VENUE.items.length}/place`);
    expect(pointers({ options: [{ ...VENUE.options[0]!, choices: [] }] })).toContain('/options/0/choices');
    expect(pointers({ teams: [{ key: 'x', name: ' ', nameEn: 'X' }] })).toContain('/teams/0/name');
    const twice = [
      { key: 'a', days: -3 },
      { key: 'b', days: -3 },
    ];
    expect(pointers({ reminders: { at: '9', rules: twice } })).toEqual(['/reminders/at', '/reminders/rules/1']);
    expect(pointers({ reminders: { at: '09:00', rules: [{ key: 'a' }] } })).toEqual(['/reminders/rules/0']);
  });
});
