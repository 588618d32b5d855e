import { choices, column, contactColumns, note, type RegisterPreset, required } from './preset-columns';

const RESOURCES = 'event-coordinator/T4.2';
const CLIPPINGS = 'conference-project-executive/T5.5';

export const PUBLICITY_PRESETS: readonly RegisterPreset[] = [
  {
    ...{ key: 'publicity', name: '行銷資源彙整表', nameEn: 'Publicity', crewOnly: true },
    outputs: [`${RESOURCES}/O4.2.2`],
    columns: [
      column('resource', '行銷資源', 'Marketing resource', 'text', required),
      column('department', '相關部門', 'Department', 'text'),
      column('bought', '對外採購', 'Bought outside', 'yes-no'),
      column('procedure', '取得程序', 'How it is got', 'text', required),
      column('when', '可運用時機', 'When it can be used', 'time-range', required),
      column('cost', '費用', 'Cost', 'money'),
      ...contactColumns(),
      note(),
    ],
    said: {
      resource: `${RESOURCES}/O4.2.2`,
      department: `${RESOURCES}/P4.2.2`,
      bought: `${RESOURCES}/P4.2.1`,
      procedure: `${RESOURCES}/P4.2.1`,
      when: `${RESOURCES}/P4.2.1`,
    },
  },
  {
    ...{ key: 'clippings', name: '新聞剪輯', nameEn: 'Press clippings', crewOnly: false },
    outputs: [`${CLIPPINGS}/O5.5.3`, 'meeting-executive-2017/T5.5/O5.5.3'],
    columns: [
      column('headline', '標題', 'Headline', 'text', required),
      column('medium', '媒體', 'Medium', 'text', required),
      column('kind', '媒體類別', 'Kind of medium', 'choice', {
        choices: choices({
          newspaper: ['報紙', 'Newspaper'],
          magazine: ['雜誌', 'Magazine'],
          television: ['電視', 'Television'],
          radio: ['廣播', 'Radio'],
          online: ['網路媒體', 'Online'],
        }),
      }),
      column('day', '刊登日', 'Published', 'date', required),
      column('journalist', '記者', 'Journalist', 'person'),
      column('address', '網址', 'Web address', 'text'),
      column('sentTo', '相關單位', 'Sent to', 'text'),
      note(),
    ],
    said: { sentTo: `${CLIPPINGS}/P5.5.3` },
  },
];
