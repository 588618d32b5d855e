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
