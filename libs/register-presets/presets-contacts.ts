import {
  choices,
  column,
  contactColumns,
  personalNote,
  reachColumns,
  type RegisterPreset,
  required,
} from './preset-columns';

const ATTENDEES = 'conference-project-executive/T7.1';
const CLIENTS = 'conference-project-executive/T7.2';
const CUSTOMERS = 'exhibition-sales-manager/T6.3';
const EXHIBITORS = 'exhibition-sales-specialist/T6.1';

const satisfaction = (personal: boolean) =>
  column('satisfaction', '滿意度', 'Satisfaction', 'choice', {
    personal,
    choices: choices({
      very: ['非常滿意', 'Very satisfied'],
      satisfied: ['滿意', 'Satisfied'],
      neutral: ['普通', 'Neutral'],
      dissatisfied: ['不滿意', 'Dissatisfied'],
      notAtAll: ['非常不滿意', 'Very dissatisfied'],
    }),
  });

const lastContact = () => column('lastContact', '最近聯繫日', 'Last contact', 'date');

export const CONTACT_PRESETS: readonly RegisterPreset[] = [
  {
    ...{ key: 'attendeeContacts', name: '與會者聯繫表', nameEn: 'Attendee contacts', crewOnly: true },
    outputs: [`${ATTENDEES}/O7.1.1`, 'meeting-executive-2017/T7.1/O7.1.1'],
    columns: [
      column('attendee', '與會者', 'Attendee', 'person', { required: true, personal: true }),
      column('organisation', '服務單位', 'Organisation', 'text', { personal: true }),
      column('title', '職稱', 'Title', 'text', { personal: true }),
      ...reachColumns(),
      satisfaction(true),
      column('handedOver', '轉給客戶', 'Passed on to the client', 'yes-no'),
      column('consentVersion', '同意書版本', 'Consent version', 'text'),
      column('consentDay', '同意日', 'Consented on', 'date'),
      personalNote(),
    ],
    said: {
      attendee: `${ATTENDEES}/O7.1.1`,
      satisfaction: `${ATTENDEES}/P7.1.2`,
      handedOver: `${ATTENDEES}/P7.1.3`,
    },
  },
  {
    ...{ key: 'clientContacts', name: '客戶聯繫表', nameEn: 'Client contacts', crewOnly: true },
    outputs: [`${CLIENTS}/O7.2.1`, 'meeting-executive-2017/T7.2/O7.2.1', `${CUSTOMERS}/O6.3.1`],
    columns: [
      column('client', '客戶', 'Client', 'text', { required: true, unique: true }),
      ...contactColumns(),
      column('title', '職稱', 'Title', 'text', { personal: true }),
      satisfaction(false),
      column('complaints', '不滿意事項', 'What they were not satisfied with', 'text'),
      column('improvement', '改良方案', 'How it gets better', 'text'),
      lastContact(),
      column('visit', '拜訪日', 'Visited on', 'date'),
      personalNote(),
    ],
    said: {
      client: `${CLIENTS}/O7.2.1`,
      satisfaction: `${CLIENTS}/P7.2.2`,
      complaints: `${CLIENTS}/P7.2.2`,
      improvement: `${CLIENTS}/P7.2.4`,
    },
  },
  {
    ...{ key: 'exhibitorContacts', name: '廠商聯繫名單', nameEn: 'Exhibitor contacts', crewOnly: true },
    outputs: [`${EXHIBITORS}/O6.1.1`],
    columns: [
      column('exhibitor', '參展廠商', 'Exhibitor', 'text', { required: true, unique: true }),
      column('trade', '產業別', 'Trade', 'text'),
      ...contactColumns(),
      column('title', '職稱', 'Title', 'text', { personal: true }),
      column('trends', '市場趨勢資訊', 'Market news sent', 'text'),
      column('advice', '諮詢服務', 'Advice given', 'text'),
      { ...lastContact(), ...required },
      personalNote(),
    ],
    said: {
      exhibitor: `${EXHIBITORS}/P6.1.1`,
      trends: `${EXHIBITORS}/P6.1.2`,
      advice: `${EXHIBITORS}/P6.1.2`,
    },
  },
];
