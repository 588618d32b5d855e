import { choices, column, contactColumns, note, type RegisterPreset, required } from './preset-columns';

const LEADS = 'exhibition-sales-specialist/T2.3';
const LEADS_OF_MANAGER = 'exhibition-sales-manager/T3.3';
const ALLOCATION = 'exhibition-sales-specialist/T3.1';
const BEFORE = 'conference-project-executive/T2.8';
const DURING = 'conference-project-executive/T3.4';

export const EXHIBITION_PRESETS: readonly RegisterPreset[] = [
  {
    ...{ key: 'exhibitorLeads', name: '參展廠商開發名單', nameEn: 'Prospective exhibitors', crewOnly: true },
    outputs: [
      `${LEADS}/O2.3.1`,
      `${LEADS_OF_MANAGER}/O3.3.1`,
      // Printed 招商 alone: whom the exhibition group invites.
      'meeting-executive-2017/T2.7/O2.7.1',
    ],
    columns: [
      column('company', '公司名稱', 'Company', 'text', { required: true, unique: true }),
      column('kind', '類別', 'Kind', 'choice', {
        required: true,
        choices: choices({ exhibitor: ['廠商', 'Exhibitor'], buyer: ['買主', 'Buyer'] }),
      }),
      column('trade', '產業別', 'Trade', 'text'),
      column('called', '電話訪談', 'Called', 'yes-no', required),
      column('visited', '拜訪', 'Visited', 'yes-no'),
      column('metAt', '國際相關展覽', 'Met at which fair', 'text'),
      column('whyNot', '不來參展原因', 'Why they do not exhibit', 'text'),
      ...contactColumns(),
      note(),
    ],
    said: {
      'kind/exhibitor': `${LEADS}/P2.3.3`,
      'kind/buyer': `${LEADS}/P2.3.3`,
      called: `${LEADS}/P2.3.2`,
      visited: `${LEADS_OF_MANAGER}/P3.3.3`,
      metAt: `${LEADS}/P2.3.3`,
      whyNot: `${LEADS}/P2.3.4`,
    },
  },
  {
    ...{ key: 'booths', name: '分配攤位表', nameEn: 'Exhibitors and booths', crewOnly: true },
    outputs: [
      `${ALLOCATION}/O3.1.1`,
      `${BEFORE}/O2.8.2`,
      `${DURING}/O3.4.2`,
      'meeting-executive-2017/T2.7/O2.7.2',
      // Printed 攤位位智.
      'meeting-executive-2017/T3.4/O3.4.2',
    ],
    columns: [
      column('number', '攤位號碼', 'Booth number', 'text', { required: true, unique: true }),
      column('place', '攤位位置', 'Location', 'text', required),
      column('exhibitor', '參展廠商', 'Exhibitor', 'text', required),
      column('form', '攤位形式', 'Booth type', 'choice', {
        choices: choices({ shell: ['標準攤位', 'Shell scheme'], raw: ['淨地', 'Raw space'] }),
      }),
      column('booths', '攤位數', 'Booths', 'number', { unit: '格' }),
      column('fee', '攤位費', 'Booth fee', 'money'),
      column('deposit', '施工保證金', 'Construction deposit', 'money'),
      column('depositPaid', '保證金已收', 'Deposit received', 'yes-no'),
      column('needs', '廠商需求', 'What the exhibitor needs', 'text'),
      column('damage', '有無破壞', 'Damage done', 'yes-no'),
      column('taxId', '統一編號', 'Tax ID', 'text'),
      ...contactColumns(),
      note(),
    ],
    said: {
      place: `${DURING}/O3.4.2`,
      exhibitor: `${ALLOCATION}/P3.1.2`,
      deposit: `${BEFORE}/P2.8.6`,
      needs: `${BEFORE}/P2.8.4`,
      damage: `${BEFORE}/P2.8.5`,
    },
  },
];
