import type { Block, Paper, PaperLanguage, Picture, Table } from '@convener/papers';
import { aPaper, aTable } from './papers';

/** Every kind of block, as a closing report has them. */
export function demoPaper(language: PaperLanguage, pictures: readonly Picture[]): Paper {
  return language === 'zh-TW' ? aPaper(chinese(pictures)) : aPaper(english(pictures), ENGLISH);
}

const ENGLISH: Partial<Paper> = {
  title: 'Closing report',
  subtitle: [
    'Asia Pacific Smart Healthcare Congress 2026',
    'Taipei International Convention Center · 12–14 November 2026',
  ],
  language: 'en',
  stamp: {
    project: 'APSHC 2026',
    template: 'International congress',
    version: 3,
    madeAt: 1_795_000_000_000,
    made: '2026-11-18 16:26',
  },
};

const LONG =
  '本會議由臺灣智慧醫療學會（TSMH）主辦、衛生福利部指導，於2026年11月12日至14日在臺北國際會議中心（TICC）舉行，共計三天。來自28個國家與地區、1,286位專家學者與業界代表與會，發表論文412篇；會議主題為「智慧醫療，連結未來」，並邀請到Prof. Katherine O’Donnell、林口長庚紀念醫院王大同院長等人進行專題演講。大會並設置「永續會展」專區，說明減碳作為：全面使用電子化手冊、以可重複使用的展板取代一次性輸出品，估計減少約3.2公噸CO₂e。';

function chinese(pictures: readonly Picture[]): Block[] {
  return [
    { type: 'contents', label: '目次' },
    { type: 'break' },
    { type: 'heading', level: 1, text: '一、計畫概要' },
    {
      type: 'facts',
      rows: [
        { label: '活動名稱', value: '2026 亞太智慧醫療年會（Asia Pacific Smart Healthcare Congress 2026）' },
        { label: '委託單位', value: '臺灣智慧醫療學會' },
        { label: '活動期間', value: '2026-11-12 至 2026-11-14' },
        { label: '活動地點', value: '臺北國際會議中心 101 會議室（臺北市信義區信義路五段 1 號）' },
      ],
    },
    { type: 'text', text: LONG },
    { type: 'heading', level: 2, text: '（一）目標與成果' },
    { type: 'text', text: '本段重點：與會人數超過目標，惟贊助收入未達預期。', tone: 'strong' },
    {
      type: 'items',
      items: ['與會人數：目標 1,200 人，實際 1,286 人。', `各場次滿意度：${LONG.slice(0, 120)}`, '媒體露出 36 則。'],
    },
    {
      type: 'items',
      numbered: true,
      items: Array.from({ length: 11 }, (_, at) => `第 ${at + 1} 項改善建議，於次年度納入範本。`),
    },
    {
      type: 'bars',
      caption: '各分組工作達成率',
      of: 100,
      items: [
        { label: '議程組', value: 98, shown: '98%', tone: 'good' },
        { label: '註冊報到組', value: 86, shown: '86%' },
        { label: '贊助暨公關組（含媒體）', value: 64, shown: '64%', tone: 'warn' },
        { label: '展覽組', value: 31, shown: '31%', tone: 'bad' },
      ],
    },
    { type: 'heading', level: 1, text: '二、時程規劃' },
    demoGantt(),
    { type: 'heading', level: 1, text: '三、工作任務分派' },
    longTable(),
    { type: 'heading', level: 2, text: '（二）尚無資料的表' },
    aTable({ caption: '問題紀錄與處理表', rows: [] }),
    {
      type: 'missing',
      what: '贊助商的權益兌現證明（3 家）',
      where: '專案 → 名單 → 贊助資源',
      href: '/projects/p1/registers',
    },
    { type: 'heading', level: 1, text: '四、活動照片' },
    { type: 'pictures', columns: 1, items: pictures.slice(0, 1) },
    { type: 'pictures', columns: 2, items: pictures.slice(0, 5) },
    { type: 'pictures', columns: 3, items: pictures },
    { type: 'text', text: '本報告由系統依專案資料彙整，經專案經理校閱。', tone: 'note' },
    { type: 'signatures', labels: ['承辦單位', '專案經理', '委託單位驗收'] },
    demoCards('王小明', '臺灣智慧醫療學會'),
  ];
}

function english(pictures: readonly Picture[]): Block[] {
  return [
    { type: 'contents', label: 'Contents' },
    { type: 'heading', level: 1, text: '1 Project facts' },
    {
      type: 'facts',
      rows: [
        { label: 'Client', value: 'Taiwan Society for Medical Health' },
        { label: 'Dates', value: '12–14 November 2026' },
      ],
    },
    {
      type: 'text',
      text: 'The congress brought together 1,286 participants from 28 countries and territories. Its theme, “Smart healthcare, connected future”, was carried by four keynote lectures (among them Prof. Dvořák and Dr. Łukasz Nowak), 412 papers and an exhibition of 64 booths; see https://example.org/congress/2026/programme?day=1&hall=main for the full programme. 😀',
    },
    { type: 'heading', level: 2, text: '1.1 Results' },
    { type: 'items', items: ['Registrations: target 1,200, reached 1,286.', 'Satisfaction: 4.6 of 5.'] },
    {
      type: 'bars',
      caption: 'Work finished by sub-team',
      of: 100,
      items: [
        { label: 'Programme', value: 98, shown: '98%', tone: 'good' },
        { label: 'Sponsorship', value: 64, shown: '64%', tone: 'bad' },
      ],
    },
    {
      type: 'gantt',
      caption: 'Schedule',
      from: '2026-01-05',
      to: '2027-08-20',
      today: '2026-11-18',
      marks: [{ day: '2026-11-12', label: 'Congress opens' }],
      rows: [
        { label: 'Call for papers', start: '2026-02-01', due: '2026-05-31', state: 'done' },
        { label: 'Closing report', start: '2026-11-16', due: '2027-01-15', state: 'running' },
      ],
    },
    { type: 'heading', level: 1, text: '2 Work assignment' },
    aTable({
      caption: 'Work assignment',
      columns: [
        { label: 'No.', kind: 'code' },
        { label: 'Task', kind: 'text' },
        { label: 'Owner', kind: 'name' },
        { label: 'Due', kind: 'day' },
        { label: 'Budget (TWD)', kind: 'money' },
      ],
      rows: [
        { group: 'Venue' },
        {
          cells: [
            'A-01',
            'Confirm the contract for the halls and pay the deposit that it asks for before the end of the month',
            'Katherine O’Donnell',
            '2026-09-01',
            120000,
          ],
        },
      ],
      totals: ['', 'Total', '', '', 120000],
      empty: 'No work yet.',
    }),
    wideTable(),
    {
      type: 'missing',
      what: 'proof that three sponsors got their benefits',
      where: 'Project → Lists → Sponsors',
      href: '/projects/p1/registers',
    },
    { type: 'pictures', columns: 2, items: pictures.slice(0, 2) },
    { type: 'signatures', labels: ['Prepared by', 'Accepted by'] },
    { ...demoCards('Katherine O’Donnell', 'University of Example'), sheet: 'card' },
  ];
}

export function demoGantt(): Extract<Block, { type: 'gantt' }> {
  const states = ['done', 'done', 'running', 'late', 'open', 'resting'] as const;
  return {
    type: 'gantt',
    caption: '時程規劃表',
    from: '2026-07-01',
    to: '2026-12-20',
    today: '2026-11-18',
    marks: [
      { day: '2026-09-30', label: '早鳥註冊截止' },
      { day: '2026-11-12', label: '大會開幕' },
    ],
    rows: Array.from({ length: 44 }, (_, at) => {
      if (at % 11 === 0) return { group: ['議程組', '註冊報到組', '贊助暨公關組', '展覽組'][at / 11]! };
      const [start, due] = [dayIn(at * 3), dayIn(at * 3 + 8 + (at % 5) * 4)];
      const label =
        at % 4 === 0 ? `工作 ${at}：邀請國際講者並確認專題演講題目、行程與住宿安排` : `工作 ${at}：確認場地`;
      const baseline = at % 3 === 0 ? { baseline: { start: dayIn(at * 3 - 6), due: dayIn(at * 3 + 3) } } : {};
      return { label, start: at % 7 === 0 ? null : start, due, state: states[at % 6]!, ...baseline };
    }),
  };
}

function dayIn(days: number): string {
  return new Date(Date.UTC(2026, 6, 3) + days * 86_400_000).toISOString().slice(0, 10);
}

function longTable(): Table {
  const people = ['王小明', '歐陽文華', '李大同', 'Katherine O’Donnell', '陳美玲'];
  const rows: Table['rows'][number][] = [];
  for (let at = 0; at < 60; at += 1) {
    if (at % 15 === 0) rows.push({ group: `第 ${at / 15 + 1} 階段：${['規劃', '籌備', '執行', '結案'][at / 15]}` });
    const text =
      at === 20
        ? `${LONG}\n${LONG}`
        : [
            '確認會議場地租借合約，並繳交訂金（含稅）；完成後上傳「場地使用同意書」。',
            '印製名牌',
            '邀請貴賓、寄送邀請函',
          ][at % 3]!;
    const tone = ([undefined, 'bad', 'warn', 'good', 'quiet'] as const)[at % 5];
    rows.push({
      cells: [
        `A-${String(at + 1).padStart(2, '0')}`,
        text,
        people[at % 5]!,
        dayIn(at * 2),
        { value: at * 12500, ...(tone && { tone }) },
      ],
    });
  }
  return aTable({ rows, totals: ['', '合計', '', '', 22125000] });
}

function wideTable(): Table {
  const columns = Array.from({ length: 14 }, (_, at) => ({ label: `Session ${at + 1}`, kind: 'name' as const }));
  return {
    type: 'table',
    caption: 'Staff by session',
    columns,
    rows: Array.from({ length: 6 }, () => ({ cells: columns.map((_, at) => (at % 3 ? 'Wang Hsiao-ming' : '王小明')) })),
    empty: '',
  };
}

function demoCards(name: string, office: string): Extract<Block, { type: 'cards' }> {
  return {
    type: 'cards',
    width: 90,
    height: 110,
    sheet: 'A4',
    items: Array.from({ length: 5 }, (_, at) => ({
      lines: [
        { text: '2026 亞太智慧醫療年會', size: 11, tone: 'quiet' as const },
        { text: at === 1 ? 'Maximiliana Featherstonehaugh-Cholmondeley' : name, size: 26, bold: true },
        { text: office, size: 12 },
      ],
      code: `https://example.org/c/${at}`,
      align: at === 4 ? ('start' as const) : ('center' as const),
    })),
  };
}
