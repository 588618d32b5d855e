import { REGISTER_PRESETS } from '@convener/register-presets';
import { guestFields, listsPeople, peopleLists } from './guest-fields.rules';

const columnsOf = (preset: string) => REGISTER_PRESETS.find(({ key }) => key === preset)!.columns;

describe('who stands in a list', () => {
  it.each([
    ['registrations', { name: 'name', organisation: 'organisation', number: 'number', kind: 'kind' }],
    ['speakers', { name: 'name', organisation: 'organisation' }],
    ['attendeeContacts', { name: 'attendee', organisation: 'organisation' }],
    ['submissions', { name: 'author', organisation: 'organisation', number: 'number' }],
    ['sponsors', { name: 'contact', organisation: 'sponsor' }],
    ['vendors', { name: 'contact', organisation: 'vendor' }],
    ['prospects', { name: 'contact', organisation: 'name', kind: 'kind' }],
    ['clientContacts', { name: 'contact', organisation: 'client' }],
    ['venues', { name: 'contact', organisation: 'venue' }],
  ])('is read of %s', (preset, fields) => {
    expect(guestFields(columnsOf(preset), null)).toMatchObject(fields);
    if (!('number' in fields)) expect(guestFields(columnsOf(preset), null).number).toBeUndefined();
  });

  it('is what the check-in of the list says, as far as the reader sees it', () => {
    const columns = columnsOf('registrations').filter(({ personal }) => !personal);
    expect(guestFields(columns, { name: 'name', number: 'number' })).toEqual({ number: 'number' });
  });

  it('is nobody where a list names our own people alone', () => {
    for (const preset of ['supplies', 'staffing', 'shuttles', 'incidents', 'budget'])
      expect([preset, listsPeople({ columns: columnsOf(preset) })]).toEqual([preset, false]);
  });

  it('is asked first of registrations, last of what a project made of its own', () => {
    const list = (presetKey: string | null, preset: string) => ({ presetKey, columns: columnsOf(preset) });
    const lists = [list(null, 'speakers'), list('sponsors', 'sponsors'), list('registrations', 'registrations')];
    expect(peopleLists(lists).map(({ presetKey }) => presetKey)).toEqual(['registrations', 'sponsors', null]);
  });
});
