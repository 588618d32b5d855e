import { choices, column, note, type RegisterPreset, required } from './preset-columns';

const CATERING = 'conference-project-executive/T2.7';
const STAFFING = 'conference-project-executive/T4.1';
const REHEARSAL = 'conference-project-executive/T4.3';
const DESK = 'event-planning-assistant/T3.2';

export const ON_SITE_PRESETS: readonly RegisterPreset[] = [
  {
    ...{ key: 'catering', name: '餐點配置表', nameEn: 'Catering', crewOnly: true },
    outputs: [`${CATERING}/O2.7.2`, 'meeting-executive-2017/T2.6/O2.6.2'],
    columns: [
      column('day', '日期', 'Day', 'date', required),
      column('meal', '餐別', 'Meal', 'choice', {
        required: true,
        choices: choices({
          breakfast: ['早餐', 'Breakfast'],
          lunch: ['午餐', 'Lunch'],
          tea: ['茶點', 'Coffee break'],
          reception: ['酒會', 'Reception'],
          dinner: ['晚餐', 'Dinner'],
        }),
      }),
      column('time', '供餐時間', 'Served', 'time-range', required),
      column('place', '地點', 'Place', 'text', required),
      column('dishes', '餐點', 'Dishes', 'text', required),
      column('people', '人數', 'People', 'number', { required: true, unit: '人' }),
      column('vegetarian', '素食人數', 'Vegetarians', 'number', { unit: '人' }),
      column('special', '特殊飲食', 'Special diets', 'text'),
      column('caterer', '外包商', 'Caterer', 'text'),
      column('route', '動線', 'Route', 'text'),
      column('asAgreed', '合乎標準', 'As agreed', 'yes-no'),
      column('cost', '費用', 'Cost', 'money'),
      note(),
    ],
    said: {
      dishes: `${CATERING}/O2.7.2`,
      caterer: `${CATERING}/P2.7.4`,
      route: `${CATERING}/P2.7.5`,
      asAgreed: `${CATERING}/P2.7.4`,
    },
  },
  {
    ...{ key: 'staffing', name: '人力配置表', nameEn: 'Staffing', crewOnly: true },
    outputs: [`${STAFFING}/O4.1.1`, 'meeting-executive-2017/T4.1/O4.1.1'],
    columns: [
      column('place', '場所', 'Place', 'text', required),
      column('shift', '班別', 'Shift', 'time-range', required),
      column('work', '工作內容', 'Work', 'text', required),
      column('needed', '應配置的人力', 'Needed', 'number', { required: true, unit: '人' }),
      column('assigned', '已配置人數', 'Assigned', 'number', { unit: '人' }),
      column('temporary', '臨時工作人員', 'Temporary staff', 'number', { unit: '人' }),
      column('lead', '負責人', 'In charge', 'person'),
      column('people', '工作人員', 'Staff', 'text', { personal: true }),
      note(),
    ],
    said: {
      place: `${STAFFING}/P4.1.1`,
      work: `${STAFFING}/P4.1.1`,
      needed: `${STAFFING}/P4.1.1`,
      temporary: `${STAFFING}/P4.1.2`,
      people: `conference-project-executive/T4.2/P4.2.1`,
    },
  },
  {
    ...{ key: 'supplies', name: '報到處物資清單', nameEn: 'Registration desk supplies', crewOnly: false },
    outputs: [`${DESK}/O3.2.2`],
    columns: [
      column('item', '物資', 'Item', 'text', required),
      column('quantity', '數量', 'Quantity', 'number', required),
      column('place', '位置', 'Place', 'text'),
      column('owner', '負責人', 'In charge', 'person'),
      column('ready', '檢查', 'Checked', 'yes-no', required),
      column('state', '運作狀態', 'Working order', 'text'),
      column('defect', '缺陷', 'Defect', 'text'),
      column('returned', '已歸還', 'Returned', 'yes-no'),
      note(),
    ],
    said: {
      item: `${DESK}/O3.2.2`,
      place: `${DESK}/P3.2.4`,
      ready: `${DESK}/P3.2.2`,
      state: `${DESK}/P3.2.5`,
      defect: `${DESK}/P3.2.5`,
    },
  },
  {
    ...{ key: 'rehearsalFindings', name: '彩排問題紀錄表', nameEn: 'Rehearsal findings', crewOnly: true },
    outputs: [`${REHEARSAL}/O4.3.1`, 'meeting-executive-2017/T4.3/O4.3.1'],
    columns: [
      column('problem', '問題', 'Problem', 'text', required),
      column('rehearsal', '彩排日', 'Rehearsed on', 'date', required),
      column('place', '地點', 'Place', 'text'),
      column('solution', '解決方案', 'Solution', 'text', required),
      column('owner', '負責人', 'In charge', 'person', required),
      column('due', '期限', 'Due', 'date'),
      column('solved', '已解決', 'Solved', 'yes-no', required),
      note(),
    ],
    said: {
      problem: `${REHEARSAL}/O4.3.1`,
      solution: `${REHEARSAL}/P4.3.2`,
    },
  },
];
