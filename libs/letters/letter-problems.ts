import { badRequest, CallerError } from '@convener/kernel';

export const brokenTemplate = () =>
  badRequest('letter-broken', {
    zh: '這個檔案不是可以合併的 Word 文件（docx），或檔案已損壞。請用 Word 另存新檔後再上傳。',
    en: 'This is no Word document (docx) that can be merged, or it is damaged. Save it again with Word.',
  });

export const templateSwells = () =>
  new CallerError(413, 'letter-too-large', {
    zh: '範本解開後太大。請把圖片縮小後再上傳。',
    en: 'The template is too large when unpacked. Make its pictures smaller.',
  });

export const noFields = () =>
  badRequest('letter-without-fields', {
    zh: '範本裡沒有任何欄位。請在要換成名單內容的地方寫 {{姓名}} 這樣的欄位。',
    en: 'The template has no fields. Write one such as {{name}} where the list’s words shall stand.',
  });

export const unclosedFields = (found: readonly string[]) =>
  badRequest('letter-field-open', {
    zh: `有欄位沒有用 }} 結束：${found.slice(0, 5).join('、')}。`,
    en: `Some fields are not closed with }}: ${found.slice(0, 5).join(', ')}.`,
  });

/** Fields that neither the list nor the project knows, and fields of a row where none can stand. */
export const strangeFields = (unknown: readonly string[], misplaced: readonly string[]) =>
  badRequest('letter-fields-unknown', {
    zh: [
      unknown.length > 0 ? `這份名單和專案沒有這些欄位：${unknown.join('、')}。` : '',
      misplaced.length > 0 ? `頁首頁尾只能放專案的欄位，不能放：${misplaced.join('、')}。` : '',
      '請修改範本後重新上傳，或在名單新增欄位。',
    ].join(''),
    en: [
      unknown.length > 0 ? `Neither the list nor the project has these fields: ${unknown.join(', ')}. ` : '',
      misplaced.length > 0 ? `Headers and footers can’t hold ${misplaced.join(', ')}, which differ by letter. ` : '',
      'Change the template and upload it again, or add columns to the list.',
    ].join(''),
  });

export const tooManyLetters = (most: number) =>
  new CallerError(413, 'too-many-letters', {
    zh: `一次最多合併 ${most.toLocaleString('en-US')} 封，或內容太大。請分身分產製。`,
    en: `At most ${most.toLocaleString('en-US')} letters are merged at once, and not more text than Word opens. Make them kind by kind.`,
  });

export const nobody = () =>
  badRequest('nobody-to-write-to', {
    zh: '名單上沒有符合的人，沒有可以合併的信。',
    en: 'Nobody on the list is meant, so there is no letter to make.',
  });
