import { aHouseTemplate, WHY, inProject, on, plain, staffOnly, type Use } from './matrix.asks';
import {
  onAList,
  onRegister,
  onExport,
  onImport,
  onFileCell,
  onCellFile,
  onRegisterRow,
  onPersonRows,
  onCheckIn,
  onDesk,
} from './matrix.list-asks';

const CREW = { crewOnly: true };

/** The lists of projects, the files in their cells, their check-in, and one person's traces in them. */
export const LISTS: Record<string, Use[]> = {
  'GET /api/register-presets': [plain],
  'GET /api/projects/:id/registers': [inProject()],
  'POST /api/projects/:id/registers': [
    { ask: (place) => on(place.id, { preset: 'venues', teamId: place.team, deliverables: [] }) },
  ],
  'GET /api/registers/:id': [
    onRegister(),
    { as: 'of the crew alone', thing: { crewOnly: true }, ...onRegister({}, CREW) },
  ],
  'PATCH /api/registers/:id': [onRegister({ name: '北部場地' })],
  'PUT /api/registers/:id/columns': [onRegister({ columns: [{ key: 'venue', name: '場地', type: 'text' }] })],
  'POST /api/registers/:id/keep': [
    {
      ask: async (place, _who, world) => onAList(place, { templateId: (await aHouseTemplate(world)).id }),
      verdict: staffOnly,
    },
  ],
  'DELETE /api/registers/:id': [onRegister()],
  'GET /api/registers/:id/rows': [
    onRegister(),
    { as: 'of the crew alone', thing: { crewOnly: true }, ...onRegister({}, CREW) },
  ],
  'GET /api/registers/:id/names': [
    onRegister(),
    { as: 'of the crew alone', thing: { crewOnly: true }, ...onRegister({}, CREW) },
  ],
  'GET /api/registers/:id/comparison': [
    onRegister(),
    { as: 'of the crew alone', thing: { crewOnly: true }, ...onRegister({}, CREW) },
  ],
  'POST /api/registers/:id/rows': [onRegister({ cells: { note: '乙' } })],
  'GET /api/registers/:id/export': [
    onExport('csv'),
    { as: 'of the crew alone', thing: { crewOnly: true }, ...onExport('xlsx', CREW) },
  ],
  'POST /api/registers/:id/import/preview': [onImport],
  'POST /api/registers/:id/import': [onImport],
  'GET /api/register-rows/:id': [
    onRegisterRow(),
    { as: 'of the crew alone', thing: { crewOnly: true }, ...onRegisterRow({}, CREW) },
  ],
  'PATCH /api/register-rows/:id': [onRegisterRow({ cells: { note: '乙' } })],
  'DELETE /api/register-rows/:id': [onRegisterRow()],
  'GET /api/me/check-ins': [plain],
  'GET /api/registers/:id/check-in': [onCheckIn()],
  'POST /api/registers/:id/check-in': [onRegister({}, { preset: 'registrations' })],
  'PATCH /api/registers/:id/check-in': [onCheckIn({ receiptPrefix: '117-' })],
  'POST /api/registers/:id/check-in/desks': [onCheckIn({ name: '大門' })],
  'GET /api/registers/:id/check-in/list': [onCheckIn()],
  'GET /api/registers/:id/check-in/arrivals': [onCheckIn()],
  'POST /api/registers/:id/check-in/entries': [onDesk],
  'POST /api/register-rows/:id/work-item': [onRegisterRow()],
  'POST /api/register-rows/:id/place': [onRegisterRow({ after: null })],
  'POST /api/register-rows/:id/files': [onFileCell],
  'GET /api/cell-files/:id': [
    onCellFile({ crewOnly: false }),
    { as: 'of the crew alone', thing: { crewOnly: true }, ...onCellFile(CREW) },
  ],
  'DELETE /api/cell-files/:id': [onCellFile()],
  'POST /api/projects/:id/personal-data/search': [inProject({ text: 'ming' })],
  'POST /api/projects/:id/personal-data/export': [onPersonRows()],
  'POST /api/projects/:id/personal-data/erase': [onPersonRows(WHY)],
};
