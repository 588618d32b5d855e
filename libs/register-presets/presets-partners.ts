import { choices, column, contactColumns, note, ofList, type RegisterPreset, required } from './preset-columns';

const SPONSORS = 'conference-project-executive/T2.4';
const BOOTHS = 'conference-project-executive/T3.4';
const VENDORS = 'conference-project-executive/T2.5';
const PARTNERS = 'event-coordinator/T3.4';
const PROSPECTS = 'event-coordinator/T3.1/O3.1.1';

/** As they are usually called; a project calls its own otherwise in the columns of its list. */
const TIERS = choices({
  platinum: ['白金級', 'Platinum'],
  gold: ['金級', 'Gold'],
  silver: ['銀級', 'Silver'],
  bronze: ['銅級', 'Bronze'],
  other: ['其他', 'Other'],
});
/** Whether a sponsor has signed says nothing of what they were given, which sponsorBenefits keeps. */
const CONTRACT_STATES = choices({
  talking: ['洽談中', 'Being talked about'],
  sent: ['已送出', 'Sent'],
  signed: ['已簽訂', 'Signed'],
});

export const PARTNER_PRESETS: readonly RegisterPreset[] = [
  {
    ...{ key: 'sponsors', name: '贊助名冊', nameEn: 'Sponsors', crewOnly: true },
    outputs: [
      `${SPONSORS}/O2.4.1`,
      `${BOOTHS}/O3.4.1`,
      'meeting-executive-2017/T2.4/O2.4.1',
      'meeting-executive-2017/T3.4/O3.4.1',
      // Printed 供應商管理名冊 under the sponsors' task; the erratum reads it as the register of sponsors.
      'event-coordinator/T3.3/O3.3.4',
    ],
    columns: [
      column('sponsor', '贊助商', 'Sponsor', 'text', { required: true, unique: true }),
      column('tier', '贊助等級', 'Tier', 'choice', { ...required, choices: TIERS }),
      column('benefits', '權益項目', 'Benefits', 'text', required),
      column('amount', '贊助金額', 'Amount', 'money', required),
      column('contract', '贊助合約', 'Contract', 'choice', { choices: CONTRACT_STATES }),
      column('collected', '收款', 'Collected', 'yes-no'),
      column('collectedOn', '收款日', 'Collected on', 'date'),
      column('booth', '攤位位置', 'Booth', 'text'),
      ...contactColumns(),
      note(),
    ],
    said: {
      sponsor: `${SPONSORS}/P2.4.4`,
      tier: `${SPONSORS}/P2.4.3`,
      benefits: `${SPONSORS}/P2.4.3`,
      collected: `${SPONSORS}/P2.4.2`,
      contract: `${SPONSORS}/P2.4.2`,
      booth: `${BOOTHS}/P3.4.4`,
    },
  },
  {
    ...{ key: 'sponsorBenefits', name: '贊助權益履行表', nameEn: 'Benefits of sponsors', crewOnly: true },
    outputs: [`${PARTNERS}/O3.4.2`],
    columns: [
      column('sponsor', '贊助商', 'Sponsor', 'row-link', { ...required, ...ofList('sponsors') }),
      column('benefit', '權益回饋項目', 'Benefit', 'text', required),
      column('promised', '協議內容', 'What was agreed', 'text'),
      column('due', '履行期限', 'Due', 'date'),
      column('fulfilled', '已履行', 'Fulfilled', 'yes-no', required),
      column('fulfilledOn', '履行日', 'Fulfilled on', 'date'),
      column('proof', '履行佐證', 'Proof', 'text'),
      note(),
    ],
    said: {
      sponsor: `${SPONSORS}/P2.4.4`,
      benefit: `${SPONSORS}/P2.4.4`,
      promised: `${PARTNERS}/P3.4.1`,
    },
  },
  {
    ...{ key: 'vendors', name: '外包廠商名冊', nameEn: 'Vendors', crewOnly: true },
    outputs: [
      `${VENDORS}/O2.5.1`,
      'meeting-executive-2017/T2.4/O2.4.2',
      // Printed 贊助商管理名冊 under the suppliers' task; the erratum reads it as the register of suppliers.
      'event-coordinator/T3.2/O3.2.4',
    ],
    columns: [
      column('vendor', '外包廠商', 'Vendor', 'text', { required: true, unique: true }),
      column('work', '工作項目', 'Work', 'text', required),
      column('taxId', '統一編號', 'Tax ID', 'text'),
      column('amount', '金額', 'Amount', 'money'),
      ...contactColumns(),
      note(),
    ],
    said: { vendor: `${VENDORS}/O2.5.1`, work: `${VENDORS}/P2.5.1` },
  },
  {
    ...{
      key: 'prospects',
      name: '潛在供應商/贊助商名單',
      nameEn: 'Prospective suppliers and sponsors',
      crewOnly: true,
    },
    outputs: [PROSPECTS],
    columns: [
      column('name', '名稱', 'Name', 'text', { required: true, unique: true }),
      column('kind', '類別', 'Kind', 'choice', {
        required: true,
        choices: choices({ supplier: ['供應商', 'Supplier'], sponsor: ['贊助商', 'Sponsor'] }),
      }),
      column('offer', '可提供的資源', 'What they can offer', 'text'),
      ...contactColumns(),
      note(),
    ],
    said: {},
  },
];
