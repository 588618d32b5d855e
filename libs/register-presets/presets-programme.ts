import { choices, column, contactColumns, note, reachColumns, type RegisterPreset, required } from './preset-columns';

const VENUES = 'event-planning-assistant/T2.1/O2.1.1';
const PROGRAMME = 'conference-project-executive/T2.1';

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
        choices: choices({ speaker: ['講師', 'Speaker'], chair: ['座長', 'Chair'] }),
      }),
      column('organisation', '服務單位', 'Organisation', 'text'),
      column('topic', '演講主題', 'Topic', 'text', required),
      column('time', '演講時間', 'Time', 'time-range', required),
      column('content', '演講內容', 'Content', 'text'),
      column('equipment', '儀器設備', 'Equipment', 'text', required),
      ...reachColumns(),
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
      ...reachColumns(),
      note(),
    ],
    said: {
      field: `${PROGRAMME}/P2.1.14`,
      deadline: `${PROGRAMME}/P2.1.15`,
      fee: `${PROGRAMME}/P2.1.9`,
    },
  },
  {
    ...{ key: 'submissions', name: '投稿、配稿、審稿名冊', nameEn: 'Submissions and reviews', crewOnly: true },
    outputs: [`${PROGRAMME}/O2.1.2`, 'meeting-executive-2017/T2.1/O2.1.2'],
    columns: [
      // As the paper system has it, so that its list is found again here.
      column('number', '稿件編號', 'Paper number', 'text', { required: true, unique: true }),
      column('title', '題目', 'Title', 'text', required),
      column('author', '投稿者', 'Author', 'person', { required: true, personal: true }),
      column('organisation', '服務單位', 'Organisation', 'text', { personal: true }),
      ...reachColumns(),
      column('field', '學術領域', 'Field', 'text'),
      column('stage', '進度', 'Stage', 'choice', {
        required: true,
        choices: choices({
          submitted: ['投稿', 'Submitted'],
          assigned: ['配稿', 'Assigned to reviewers'],
          reviewed: ['審稿', 'Reviewed'],
        }),
      }),
      column('reviewers', '評審委員', 'Reviewers', 'text', { personal: true }),
      column('deadline', '截止日期', 'Review due', 'date'),
      column('score', '評分', 'Score', 'number'),
      column('result', '投稿結果', 'Result', 'choice', {
        choices: choices({
          accepted: ['接受', 'Accepted'],
          revision: ['修改後接受', 'Accepted after revision'],
          rejected: ['不接受', 'Not accepted'],
        }),
      }),
      column('notified', '通知', 'Author told', 'yes-no'),
      column('form', '發表方式', 'Presented as', 'choice', {
        choices: choices({ talk: ['簡報', 'Talk'], poster: ['海報', 'Poster'] }),
      }),
      note(),
    ],
    said: {
      author: `${PROGRAMME}/P2.1.6`,
      field: `${PROGRAMME}/P2.1.14`,
      'stage/submitted': `${PROGRAMME}/O2.1.2`,
      'stage/assigned': `${PROGRAMME}/O2.1.2`,
      'stage/reviewed': `${PROGRAMME}/O2.1.2`,
      reviewers: `${PROGRAMME}/P2.1.5`,
      deadline: `${PROGRAMME}/P2.1.15`,
      result: `${PROGRAMME}/P2.1.6`,
      'result/accepted': `${PROGRAMME}/P2.1.7`,
      notified: `${PROGRAMME}/P2.1.6`,
      'form/talk': `${PROGRAMME}/P2.1.7`,
      'form/poster': `${PROGRAMME}/P2.1.7`,
    },
  },
];
