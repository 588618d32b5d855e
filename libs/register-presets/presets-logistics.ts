import { choices, column, note, personalNote, reachColumns, type RegisterPreset, required } from './preset-columns';

const BEFORE = 'conference-project-executive/T2.3';
const DURING = 'conference-project-executive/T3.3';
const REGISTRATION = 'conference-project-executive/T2.2';
const BILL = 'conference-project-executive/T5.3';

export const LOGISTICS_PRESETS: readonly RegisterPreset[] = [
  {
    ...{ key: 'lodging', name: '住宿登記表', nameEn: 'Lodging', crewOnly: true },
    outputs: [
      `${BEFORE}/O2.3.1`,
      `${DURING}/O3.3.1`,
      'meeting-executive-2017/T2.3/O2.3.1',
      'meeting-executive-2017/T3.3/O3.3.1',
    ],
    columns: [
      column('guest', '住宿者', 'Guest', 'person', { required: true, personal: true }),
      column('hotel', '飯店', 'Hotel', 'text', required),
      column('roomType', '房型', 'Room type', 'text'),
      column('checkIn', '入住日', 'Check-in', 'date', required),
      column('checkOut', '退房日', 'Check-out', 'date', required),
      column('rooms', '房間', 'Rooms', 'number', { required: true, unit: '間' }),
      column('deadline', '截止日期', 'Cancel or add until', 'date'),
      column('change', '變動狀況', 'Changes', 'text', { personal: true }),
      column('cost', '費用', 'Cost', 'money'),
      ...reachColumns(),
      personalNote(),
    ],
    said: {
      hotel: `${BEFORE}/P2.3.1`,
      rooms: `${BEFORE}/P2.3.2`,
      deadline: `${BEFORE}/P2.3.3`,
      change: `${DURING}/P3.3.2`,
    },
  },
  {
    ...{ key: 'shuttles', name: '交通車登記與調度表', nameEn: 'Shuttles and dispatch', crewOnly: true },
    outputs: [
      `${BEFORE}/O2.3.2`,
      `${DURING}/O3.3.2`,
      'meeting-executive-2017/T2.3/O2.3.2',
      'meeting-executive-2017/T3.3/O3.3.2',
    ],
    columns: [
      column('run', '班次', 'Run', 'text', { required: true, unique: true }),
      column('purpose', '用途', 'Purpose', 'choice', {
        required: true,
        choices: choices({
          shuttle: ['接駁車', 'Shuttle'],
          airport: ['接送機', 'Airport transfer'],
          tour: ['旅遊活動', 'Tour'],
        }),
      }),
      column('day', '日期', 'Day', 'date', required),
      column('departure', '發車時刻', 'Departure', 'text', required),
      column('from', '上車地點', 'From', 'text', required),
      column('to', '下車地點', 'To', 'text', required),
      column('passengers', '搭乘人數', 'Passengers', 'number', { unit: '人' }),
      column('seats', '座位數', 'Seats', 'number', { unit: '位' }),
      column('company', '運輸公司', 'Transport company', 'text'),
      column('vehicle', '車號', 'Number plate', 'text'),
      column('driver', '司機', 'Driver', 'person', { personal: true }),
      column('phone', '電話', 'Phone', 'phone', { personal: true }),
      column('dispatch', '調度', 'Dispatch', 'text'),
      note(),
    ],
    said: {
      'purpose/shuttle': `${BEFORE}/P2.3.4`,
      'purpose/airport': `${REGISTRATION}/P2.2.6`,
      'purpose/tour': `${BEFORE}/P2.3.4`,
      departure: `${DURING}/P3.3.3`,
      company: `${BILL}/P5.3.2`,
      dispatch: `${DURING}/P3.3.3`,
    },
  },
];
