import type { LessonFacts } from '@convener/lessons';

/** What people of the demo write. */
export const EVIDENCE_NOTES = [
  '第二版，已依籌備會議的意見修改。',
  '已與客戶窗口確認，附上會議紀錄連結。',
  '已存到專案共用資料夾，檔名有版次與日期。',
  '三家廠商比價後的版本，差異寫在第一頁。',
  '定稿，之後的異動請走變更單。',
];

export const RETURN_REASONS = [
  '內容大致齊全，但沒有版次與修訂日期，也還缺客戶窗口的確認，請補上後再送一次。',
  '與上週會議決議不一致，請依會議紀錄修改後重送。',
  '請把英文版一起附上，客戶要轉給海外理事。',
];

/** Whom or what a sub-team's work waits for; `other` for the rest. */
export const WAITING_FOR: Readonly<Record<string, string>> = {
  'project-office': '客戶核定追加預算',
  programme: '主題演講者回覆行程與投影片',
  registration: '報名系統廠商修正收據格式',
  'lodging-transport': '飯店確認晚到房數',
  'sponsorship-outsourcing': '贊助商法務回覆合約',
  exhibition: '場館回覆二樓走廊能否擺攤',
  'on-site-staff': '大學就業中心回覆工讀生名單',
  other: '客戶回覆主視覺定稿',
};

export const NOT_APPLICABLE = '本屆沒有這種情形，籌備會議已確認。';
export const WAIVED = '客戶決定本屆不需要這一項，已記入籌備會議紀錄。';

export const OWN_ITEM = {
  title: '雨天備案：捷運站到會場的接引與雨具',
  titleEn: 'Rain plan: the way from the metro to the venue, and umbrellas',
  deliverable: '雨天動線圖與人力表',
  checks: ['動線實地走過一次並拍照', '雨具數量與存放點已和場館確認'],
};

/** Hours at which somebody gets round to something, in the order of a day. */
export const HOURS = ['09:40', '10:25', '11:10', '13:50', '14:35', '15:20', '16:15', '17:05'];

/** What guests write in a survey, each of them once to a question. */
export const WISHES: readonly string[] = [
  '議程早一點公布，好安排交通。',
  '請提供更多素食選項，謝謝！',
  '報名系統收信有點慢，其他都很好。',
  '分場之間多留十分鐘，才走得到另一個會議室。',
  'Please share the slides afterwards.',
  '大會堂冷氣太強，第三天才調整。',
  '接駁車時刻貼在飯店大廳就更好了。',
  '希望有永續城市的實地參訪。',
  '海報展示區光線不足，照片拍不清楚。',
];
export const PRAISE: readonly string[] = [
  '專題演講的口譯很清楚，耳機收訊也穩定。',
  '社區能源的工作坊，下次可以加長。',
  '報到很快，名牌字夠大，認人很方便。',
  'The registration desk solved my receipt in two minutes. Thank you.',
  '和其他城市的承辦人交換做法。',
  '座談三位與談人立場不同，真的有討論。',
];

export interface Party {
  party: string;
  /** TWD. */
  amount: number;
}

/** With whom contracts are signed. */
export const PARTIES: readonly Party[] = [
  { party: '遠曜電力股份有限公司', amount: 600_000 },
  { party: '宏聲視聽工程有限公司', amount: 880_000 },
  { party: '臺北國際會議中心', amount: 1_680_000 },
  { party: '圓味餐飲股份有限公司', amount: 990_000 },
];

export const DECISIONS = [
  '依會中意見修改後定案，下次會議不再討論。',
  '同意依現場動線調整，由現場執行組於當日簡報說明。',
  '照案通過；追加費用由預備金支應，會後補簽呈。',
];

/** What was learnt: of the whole project, and at the first work item of a sub-team. */
export const LESSONS: readonly (LessonFacts & { team: string | null })[] = [
  { team: null, kind: 'went-well', text: '各組每週五更新進度，結案時不必再追資料。' },
  { team: null, kind: 'risk', text: '主辦城市首長行程兩週前才能確認，開幕流程要備兩個版本。' },
  {
    team: 'registration',
    kind: 'to-change',
    text: '收據抬頭的欄位開放太晚，四十筆收據要重開。',
    proposal: { what: 'note', text: '報名系統上線前，先用一筆真的訂單走完收據抬頭與統一編號。' },
  },
  {
    team: 'lodging-transport',
    kind: 'to-change',
    text: '飯店整修通知太晚，講者換樓層兩次。',
    proposal: { what: 'days', days: -14 },
  },
  { team: 'on-site-staff', kind: 'went-well', text: '工讀生前一日到場走位，報到尖峰最長等候 6 分鐘。' },
];

/** Chapters of the closing report that people wrote something to. */
export const REPORT_TEXTS: Readonly<Record<string, string>> = {
  facts:
    '本研討會以「城市的下一個三十年」為題，三日共舉行專題演講三場、論文發表四場、座談與工作坊各一場。以下各章由專案資料整理，文字由專案辦公室撰寫。',
  incidents: '四件狀況都在開幕前處理完畢；現場三日沒有影響議程的事故。',
};

export const CLOSING_NOTE = '已與學會完成驗收，尾款於驗收後三十日內撥付。';

export const WAIVED_AT_THE_END = '貴賓、講者與媒體免註冊費，沒有要繳的錢。';

/** With whom the conference itself was agreed, before Convener came into the house. */
export const CLIENT_CONTRACT: Party = { party: '臺灣永續城市學會（示範）', amount: 7_520_000 };

export const BEFORE_CONVENER = '啟用 Convener 前已完成，檔案在專案共用資料夾。';
