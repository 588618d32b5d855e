import { choices, column, note, type RegisterPreset, required } from './preset-columns';

const BID = 'conference-project-manager/T1.2';
const INCOME = 'conference-project-manager/T3.1';
const INCIDENTS = 'event-coordinator/T5.2';

/** 經費來源: what a cost-sharing table (經費分攤表) tells apart. */
export const SOURCES_OF_FUNDS = column('source', '經費來源', 'Source of funds', 'choice', {
  choices: choices({
    client: ['委託單位', 'Client'],
    subsidy: ['補助機關', 'Subsidising agency'],
    own: ['自籌', 'Own funds'],
    sponsors: ['贊助', 'Sponsors'],
    fees: ['報名收入', 'Registration fees'],
    other: ['其他', 'Other'],
  }),
});

export const CONTROL_PRESETS: readonly RegisterPreset[] = [
  {
    ...{ key: 'budget', name: '預算表', nameEn: 'Budget', crewOnly: true },
    outputs: [`${BID}/O1.2.1`, `${INCOME}/O3.1.1`, 'exhibition-marketing-specialist/T2.2/O2.2.1'],
    columns: [
      column('item', '項目', 'Item', 'text', required),
      column('workflow', '工作流程', 'Workflow', 'text'),
      column('planned', '預算', 'Planned', 'money', required),
      column('committed', '已承諾', 'Committed', 'money'),
      column('actual', '實支', 'Actual', 'money'),
      note(),
    ],
    said: { planned: `${BID}/P1.2.2` },
  },
  {
    ...{ key: 'income', name: '收入表', nameEn: 'Income', crewOnly: true },
    outputs: [`${INCOME}/O3.1.3`],
    columns: [
      column('item', '項目', 'Item', 'text', required),
      column('expected', '預估收入', 'Expected', 'money', required),
      column('received', '實收', 'Received', 'money'),
      column('receivedOn', '收款日', 'Received on', 'date'),
      SOURCES_OF_FUNDS,
      note(),
    ],
    said: {},
  },
  {
    ...{ key: 'incidents', name: '問題紀錄與處理表', nameEn: 'Incidents', crewOnly: true },
    outputs: [`${INCIDENTS}/O5.2.2`, 'exhibition-sales-manager/T5.2/O5.2.1', 'exhibition-sales-specialist/T4.1/O4.1.1'],
    columns: [
      column('problem', '問題', 'Problem', 'text', required),
      column('day', '發生日', 'Day', 'date', required),
      column('place', '地點', 'Place', 'text'),
      column('scope', '範圍', 'Scope', 'text'),
      column('cause', '原因', 'Cause', 'text'),
      column('handling', '處理情形', 'Handling', 'text', required),
      column('owner', '負責人', 'In charge', 'person'),
      column('reporter', '通報人', 'Reported by', 'person', { personal: true }),
      column('solved', '已解決', 'Solved', 'yes-no', required),
      note(),
    ],
    said: {
      problem: `${INCIDENTS}/P5.2.1`,
      scope: `${INCIDENTS}/P5.2.1`,
      cause: `${INCIDENTS}/P5.2.1`,
      handling: `${INCIDENTS}/P5.2.5`,
    },
  },
];
