import { choices, column } from '@convener/register-presets';
import { changeProblems, columnChanges, goneThoughSaid, toldChanges } from './column-changes.rules';

const venue = column('venue', '場地', 'Venue', 'text');
const form = column('form', '形式', 'Form', 'choice', {
  choices: choices({ theatre: ['劇院式', 'Theatre'], class: ['教室式', 'Classroom'] }),
});
const note = column('note', '備註', 'Note', 'text');
const before = [venue, form, note];

describe('columns of a list that are changed', () => {
  it('are the same by their key, whatever they are called and wherever they stand', () => {
    const after = [{ ...note, name: '說明' }, form, venue];
    expect(columnChanges(before, after)).toEqual({ removed: [], newlyUnique: [], newlyPersonal: [], lostChoices: [] });
    expect(changeProblems(before, after)).toEqual([]);
  });

  it('say what rows have to be looked at for', () => {
    const fewer = { ...form, choices: form.choices.slice(1), personal: true };
    expect(columnChanges(before, [{ ...venue, unique: true }, fewer])).toEqual({
      removed: [note],
      newlyUnique: [{ ...venue, unique: true }],
      newlyPersonal: [fewer],
      lostChoices: [{ column: fewer, keys: ['theatre'] }],
    });
  });

  it('ask nothing of rows that a new column has none of', () => {
    const fresh = column('seats', '席次', 'Seats', 'text', { unique: true, personal: true });
    expect(columnChanges(before, [...before, fresh])).toMatchObject({ newlyUnique: [], newlyPersonal: [] });
  });

  it('can’t be of another type', () => {
    const pointers = changeProblems(before, [venue, { ...note, type: 'number' }]).map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/columns/1/type']);
  });

  it('are told as far as they differ, or else in their order', () => {
    const told = { ...note, name: '說明' };
    expect(toldChanges(before, [told, venue, form])).toEqual({
      before: { columns: [note] },
      after: { columns: [told] },
    });
    expect(toldChanges([venue, note], [note, venue])).toEqual({
      before: { columnOrder: ['venue', 'note'] },
      after: { columnOrder: ['note', 'venue'] },
    });
  });

  it('are told of where the standard names them', () => {
    const said = { venue: 'a/T1/O1', 'form/theatre': 'a/T1/P1' };
    const gone = (after: typeof before) =>
      goneThoughSaid(said, columnChanges(before, after), before).map(({ name }) => name);
    expect(gone([venue, form])).toEqual([]);
    expect(gone([form])).toEqual(['場地']);
    expect(gone([venue, { ...form, choices: form.choices.slice(1) }])).toEqual(['劇院式']);
  });
});
