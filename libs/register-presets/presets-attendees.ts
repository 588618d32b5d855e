import type { RegisterColumn } from './columns.rules';
import { choices, column, personalNote, reachColumns, type RegisterPreset, required } from './preset-columns';

const BEFORE = 'conference-project-executive/T2.2';
const DURING = 'conference-project-executive/T3.2';

const personal = { personal: true } as const;

const REGISTRATION_KIND = column('kind', '報名身份', 'Registration category', 'choice', {
  required: true,
  choices: choices({
    member: ['會員', 'Member'],
    nonMember: ['非會員', 'Non-member'],
    student: ['學生', 'Student'],
    speaker: ['講者', 'Speaker'],
    guest: ['貴賓', 'Guest of honour'],
    exhibitor: ['參展廠商', 'Exhibitor'],
    press: ['媒體', 'Press'],
    companion: ['眷屬', 'Accompanying person'],
    staff: ['工作人員', 'Staff'],
  }),
});

/** What is settled with the registration, beside the fee. */
const SERVICES: readonly RegisterColumn[] = [
  column('visa', '簽證', 'Visa letter', 'yes-no', personal),
  column('room', '訂房', 'Room booked', 'yes-no'),
  column('transfer', '接送機', 'Airport transfer', 'yes-no'),
  column('tour', '旅遊報名', 'Tour', 'yes-no'),
];

export const ATTENDEE_PRESETS: readonly RegisterPreset[] = [
  {
    ...{ key: 'registrations', name: '報名資料表', nameEn: 'Registrations', crewOnly: true },
    outputs: [
      `${BEFORE}/O2.2.1`,
      `${DURING}/O3.2.1`,
      `${DURING}/O3.2.3`,
      'meeting-executive-2017/T2.2/O2.2.1',
      'meeting-executive-2017/T3.2/O3.2.1',
      'meeting-executive-2017/T3.2/O3.2.3',
      'event-planning-assistant/T3.1/O3.1.2',
    ],
    columns: [
      column('number', '註冊編號', 'Registration number', 'text', { required: true, unique: true }),
      column('name', '姓名', 'Name', 'person', { required: true, personal: true }),
      column('organisation', '服務單位', 'Organisation', 'text', personal),
      column('title', '職稱', 'Title', 'text', personal),
      ...reachColumns(),
      REGISTRATION_KIND,
      column('way', '註冊方式', 'Registered', 'choice', {
        choices: choices({ online: ['網路註冊', 'Online'], onSite: ['現場註冊', 'On site'] }),
      }),
      column('fee', '註冊費', 'Registration fee', 'money', required),
      column('paid', '繳費', 'Paid', 'yes-no', required),
      column('receipt', '收據號碼', 'Receipt number', 'text'),
      column('receiptTitle', '收據抬頭', 'Receipt made out to', 'text', personal),
      column('taxId', '統一編號', 'Tax ID', 'text'),
      column('refund', '退款', 'Refunded', 'money'),
      ...SERVICES,
      column('diet', '飲食需求', 'Dietary need', 'text', personal),
      column('consentVersion', '同意書版本', 'Consent version', 'text'),
      column('consentDay', '同意日', 'Consented on', 'date'),
      personalNote(),
    ],
    said: {
      kind: `${BEFORE}/P2.2.9`,
      'kind/speaker': `${BEFORE}/P2.2.6`,
      'kind/guest': `${BEFORE}/P2.2.6`,
      'way/online': `${DURING}/P3.2.1`,
      'way/onSite': `${DURING}/P3.2.1`,
      fee: `${DURING}/O3.2.3`,
      paid: `${DURING}/P3.2.3`,
      refund: `${BEFORE}/P2.2.10`,
      visa: `${BEFORE}/P2.2.5`,
      room: `${BEFORE}/P2.2.5`,
      transfer: `${BEFORE}/P2.2.6`,
      tour: `${DURING}/P3.2.6`,
    },
  },
  {
    ...{ key: 'credits', name: '學分登記表', nameEn: 'Continuing-education credits', crewOnly: true },
    // An indicator of the registration desk asks for it; no output is named so.
    outputs: [],
    columns: [
      column('name', '姓名', 'Name', 'person', { required: true, personal: true }),
      column('memberNumber', '會員編號', 'Member number', 'text', personal),
      column('organisation', '服務單位', 'Organisation', 'text', personal),
      column('session', '場次', 'Session', 'text', required),
      column('day', '日期', 'Day', 'date', required),
      column('credits', '學分', 'Credits', 'number', { required: true, unit: '學分' }),
      column('body', '認證單位', 'Accrediting body', 'text'),
      column('entered', '學分登記', 'Credits entered', 'yes-no', required),
      personalNote(),
    ],
    said: { credits: `${DURING}/P3.2.5`, entered: `${DURING}/P3.2.5` },
  },
];
