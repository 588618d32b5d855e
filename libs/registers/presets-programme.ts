import { column, contactColumns, note, type RegisterPreset, required } from './preset-columns';

const VENUES = 'event-planning-assistant/T2.1/O2.1.1';
const PROGRAMME = 'conference-project-executive/T2.1';
const LODGING = 'conference-project-executive/T2.3';

export const PROGRAMME_PRESETS: readonly RegisterPreset[] = [
  {
    ...{ key: 'venues', name: '場地列表', nameEn: 'Venues', crewOnly: false },
    outputs: [
      VENUES,
      'conference-project-manager/T1.1/O1.1.1',
      'conference-project-executive/T1.3/O1.3.1',
      'meeting-executive-2017/T1.3/O1.3.1',
    ],
    columns: [
      column('venue', '場地名稱', 'Venue', 'text', { required: true, unique: true }),
      column('dates', '檔期', 'Available dates', 'time-range', required),
      column('cost', '費用', 'Cost', 'money', required),
      column('area', '坪數', 'Floor area', 'number', { required: true, unit: '坪' }),
      column('capacity', '可容納人數', 'Capacity', 'number', { required: true, unit: '人' }),
      column('form', '形式', 'Form', 'text', required),
      column('transport', '交通', 'Transport', 'text', required),
      column('address', '地址', 'Address', 'text'),
      ...contactColumns(),
      note(),
    ],
    said: { dates: VENUES, cost: VENUES, area: VENUES, capacity: VENUES, form: VENUES, transport: VENUES },
  },
  {
    ...{ key: 'speakers', name: '講師與座長名冊', nameEn: 'Speakers and chairs', crewOnly: false },
    outputs: [`${PROGRAMME}/O2.1.4`, 'meeting-executive-2017/T2.1/O2.1.4'],
    columns: [
      column('name', '姓名', 'Name', 'person', required),
      column('role', '身分', 'Role', 'choice', {
        required: true,
        choices: [
          { key: 'speaker', name: '講師', nameEn: 'Speaker' },
          { key: 'chair', name: '座長', nameEn: 'Chair' },
        ],
      }),
      column('organisation', '服務單位', 'Organisation', 'text'),
      column('topic', '演講主題', 'Topic', 'text', required),
      column('time', '演講時間', 'Time', 'time-range', required),
      column('content', '演講內容', 'Content', 'text'),
      column('equipment', '儀器設備', 'Equipment', 'text', required),
      ...contactColumns().slice(1),
      note(),
    ],
    said: {
      topic: `${PROGRAMME}/P2.1.11`,
      time: `${PROGRAMME}/P2.1.12`,
      content: `${PROGRAMME}/P2.1.12`,
      equipment: `${PROGRAMME}/P2.1.11`,
    },
  },
  {
    ...{ key: 'reviewers', name: '評審委員名冊', nameEn: 'Reviewers', crewOnly: true },
    outputs: [`${PROGRAMME}/O2.1.3`, 'meeting-executive-2017/T2.1/O2.1.3'],
    columns: [
      column('name', '姓名', 'Name', 'person', required),
      column('field', '學術領域', 'Field', 'text', required),
      column('organisation', '服務單位', 'Organisation', 'text'),
      column('deadline', '截止日期', 'Deadline', 'date', required),
      column('fee', '評審費用', 'Fee', 'money'),
      ...contactColumns().slice(1),
      note(),
    ],
    said: {
      field: `${PROGRAMME}/P2.1.14`,
      deadline: `${PROGRAMME}/P2.1.15`,
      fee: `${PROGRAMME}/P2.1.9`,
    },
  },
  {
    ...{ key: 'lodging', name: '住宿登記表', nameEn: 'Lodging', crewOnly: true },
    outputs: [
      `${LODGING}/O2.3.1`,
      'conference-project-executive/T3.3/O3.3.1',
      'meeting-executive-2017/T2.3/O2.3.1',
      'meeting-executive-2017/T3.3/O3.3.1',
    ],
    columns: [
      column('guest', '住宿者', 'Guest', 'person', { required: true, personal: true }),
      column('hotel', '飯店', 'Hotel', 'text', required),
      column('stay', '住宿期間', 'Stay', 'time-range', required),
      column('rooms', '房間', 'Rooms', 'number', { required: true, unit: '間' }),
      column('cost', '費用', 'Cost', 'money'),
      ...contactColumns().slice(1),
      note(),
    ],
    said: { hotel: `${LODGING}/P2.3.1`, rooms: `${LODGING}/P2.3.2` },
  },
];
