import type { GanttRow, PaperLanguage } from './paper';

/** The few words that belong to no paper but to how each is laid out. */
export interface Words {
  page(number: number | string, pages: number | string): string;
  made: string;
  missing: string;
  unreadable: string;
  states: Record<GanttRow['state'], string>;
  baseline: string;
  today: string;
  date: string;
  /** Behind the name of a group that began on the page before. */
  goesOn: string;
}

const ZH: Words = {
  page: (number, pages) => `第 ${number} 頁，共 ${pages} 頁`,
  made: '製作',
  missing: '尚缺：',
  unreadable: '無法讀取的圖片',
  states: { open: '未開始', running: '進行中', done: '已完成', late: '逾期', resting: '暫停' },
  baseline: '原訂',
  today: '今日',
  date: '日期：',
  goesOn: '（續）',
};

const EN: Words = {
  page: (number, pages) => `Page ${number} of ${pages}`,
  made: 'made',
  missing: 'Missing: ',
  unreadable: 'Unreadable picture',
  states: { open: 'Not started', running: 'Under way', done: 'Done', late: 'Late', resting: 'On hold' },
  baseline: 'As first planned',
  today: 'Today',
  date: 'Date: ',
  goesOn: ' (continued)',
};

export function wordsOf(language: PaperLanguage): Words {
  return language === 'zh-TW' ? ZH : EN;
}
