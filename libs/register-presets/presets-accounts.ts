import { choices, column, note, personalNote, invoiceColumns, type RegisterPreset, required } from './preset-columns';

const TRAVEL = 'conference-project-executive/T5.1';
const TRANSPORT = 'conference-project-executive/T5.3';
const PARTNERS = 'conference-project-executive/T5.4';
const CATERING = 'conference-project-executive/T5.6';
const EXHIBITORS = 'conference-project-executive/T5.7';
const TOURS = 'conference-project-executive/T5.8';
const PURCHASES = 'event-coordinator/T3.2';

/** The same output in the edition of 2017, whose tasks after the conference have the same numbers. */
const in2017 = (place: string) => place.replace('conference-project-executive', 'meeting-executive-2017');
const inBoth = (...places: string[]) => [...places, ...places.map(in2017)];

export const ACCOUNT_PRESETS: readonly RegisterPreset[] = [
  {
    ...{ key: 'bills', name: '帳單', nameEn: 'Bills to pay', crewOnly: true },
    outputs: inBoth(
      ...[`${TRANSPORT}/O5.3.1`, `${TRANSPORT}/O5.3.2`, `${PARTNERS}/O5.4.1`],
      ...[`${CATERING}/O5.6.1`, `${TOURS}/O5.8.1`, `${TOURS}/O5.8.2`],
    ),
    columns: [
      column('kind', '類別', 'Kind', 'choice', {
        required: true,
        choices: choices({
          lodging: ['飯店住宿', 'Hotel rooms'],
          shuttle: ['交通接駁車', 'Shuttles'],
          contractor: ['外包商', 'Contractor'],
          caterer: ['餐飲廠商', 'Caterer'],
          travelAgency: ['旅行社', 'Travel agency'],
          dinner: ['飯店晚宴', 'Gala dinner'],
          other: ['其他', 'Other'],
        }),
      }),
      column('payee', '請款廠商', 'Billed by', 'text', required),
      column('item', '項目', 'Item', 'text'),
      column('workflow', '工作流程', 'Workflow', 'text'),
      column('amount', '金額', 'Amount', 'money', required),
      ...invoiceColumns(),
      column('due', '付款期限', 'Due', 'date'),
      column('settled', '結帳', 'Settled', 'yes-no', required),
      column('paidOn', '付款日', 'Paid on', 'date'),
      note(),
    ],
    said: {
      'kind/lodging': `${TRANSPORT}/O5.3.1`,
      'kind/shuttle': `${TRANSPORT}/O5.3.2`,
      'kind/contractor': `${PARTNERS}/O5.4.1`,
      'kind/caterer': `${CATERING}/O5.6.1`,
      'kind/travelAgency': `${TOURS}/O5.8.1`,
      'kind/dinner': `${TOURS}/O5.8.2`,
      settled: `${TRANSPORT}/P5.3.1`,
    },
  },
  {
    ...{ key: 'invoices', name: '贊助與參展廠商帳單', nameEn: 'Invoices to sponsors and exhibitors', crewOnly: true },
    outputs: inBoth(`${PARTNERS}/O4.4.2`, `${EXHIBITORS}/O5.7.1`),
    columns: [
      column('kind', '類別', 'Kind', 'choice', {
        required: true,
        choices: choices({ sponsor: ['贊助廠商', 'Sponsor'], exhibitor: ['參展廠商', 'Exhibitor'] }),
      }),
      column('payer', '公司名稱', 'Billed to', 'text', required),
      column('item', '項目', 'Item', 'text'),
      column('amount', '金額', 'Amount', 'money', required),
      ...invoiceColumns(),
      column('billedOn', '請款日', 'Billed on', 'date', required),
      column('settled', '結帳', 'Settled', 'yes-no', required),
      column('receivedOn', '收款日', 'Received on', 'date'),
      note(),
    ],
    said: {
      'kind/sponsor': `${PARTNERS}/O4.4.2`,
      'kind/exhibitor': `${EXHIBITORS}/O5.7.1`,
      settled: `${EXHIBITORS}/P5.7.1`,
    },
  },
  {
    ...{ key: 'reimbursements', name: '機票住宿核銷表', nameEn: 'Flights and lodging to reimburse', crewOnly: true },
    outputs: inBoth(`${TRAVEL}/O5.1.1`),
    columns: [
      column('speaker', '講者', 'Speaker', 'person', { required: true, personal: true }),
      column('flight', '機票', 'Flight', 'money'),
      column('lodging', '住宿', 'Lodging', 'money'),
      column('subsidy', '補助', 'Reimbursed', 'money', required),
      column('receipt', '憑證號碼', 'Receipt number', 'text'),
      column('settled', '核銷', 'Settled', 'yes-no', required),
      column('paidOn', '付款日', 'Paid on', 'date'),
      personalNote(),
    ],
    said: {
      speaker: `${TRAVEL}/P5.1.1`,
      flight: `${TRAVEL}/P5.1.1`,
      lodging: `${TRAVEL}/P5.1.1`,
      subsidy: `${TRAVEL}/P5.1.1`,
      settled: `${TRAVEL}/P5.1.1`,
    },
  },
  {
    ...{ key: 'purchases', name: '採購資源統計表', nameEn: 'Purchases', crewOnly: true },
    outputs: [`${PURCHASES}/O3.2.3`],
    columns: [
      column('resource', '採購資源', 'What is bought', 'text', required),
      column('supplier', '供應商', 'Supplier', 'text', required),
      column('quantity', '數量', 'Quantity', 'number', required),
      column('price', '單價', 'Unit price', 'money'),
      column('amount', '金額', 'Amount', 'money', required),
      column('deliveredOn', '交貨日', 'Delivery', 'date'),
      column('checked', '已驗收', 'Checked and taken over', 'yes-no'),
      note(),
    ],
    said: { resource: `${PURCHASES}/O3.2.3`, supplier: `${PURCHASES}/P3.2.1` },
  },
];
