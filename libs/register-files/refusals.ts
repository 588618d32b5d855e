import { badRequest, type Bilingual, CallerError } from '@convener/kernel';
import { MOST_ROWS } from '@convener/registers';
import { MOST_FILE_COLUMNS } from './limits';

/** It is something else: says what, and what to do. */
const wrongKind = (zh: string, en: string) => new CallerError(415, 'file-type-refused', { zh, en });

export const notASheet = () =>
  wrongKind(
    '這不是 Excel 試算表或 CSV。請在試算表軟體裡開啟清單，另存為 .xlsx 或 CSV 再匯入。',
    'This is neither an Excel workbook nor CSV. Open the list in a spreadsheet program, and save it as .xlsx or CSV.',
  );
export const oldWorkbook = () =>
  wrongKind(
    '這是舊格式的 Excel 檔（.xls）。請用 Excel 開啟，另存為 .xlsx 或 CSV 再匯入。',
    'This is a workbook in the old format (.xls). Open it in Excel, and save it as .xlsx or CSV.',
  );
export const binaryWorkbook = () =>
  wrongKind(
    '這是二進位的 Excel 檔（.xlsb）。請用 Excel 開啟，另存為 .xlsx 或 CSV 再匯入。',
    'This is a binary workbook (.xlsb). Open it in Excel, and save it as .xlsx or CSV.',
  );
export const openDocument = () =>
  wrongKind(
    '這是 OpenDocument 檔（.ods）。請在 LibreOffice 裡另存為 .xlsx 或 CSV 再匯入。',
    'This is an OpenDocument file (.ods). Save it in LibreOffice as .xlsx or CSV.',
  );
export const lockedWorkbook = () =>
  wrongKind(
    '這個檔案有密碼保護。請在 Excel「檔案 › 資訊 › 保護活頁簿」移除密碼，另存為 .xlsx 再匯入。',
    'This file is protected by a password. Remove it in Excel (File › Info › Protect Workbook), and save it as .xlsx.',
  );
export const webPage = () =>
  wrongKind(
    '這其實是網頁或 XML，不是試算表。請用 Excel 開啟，另存為 .xlsx 或 CSV 再匯入。',
    'This is a web page or XML, no spreadsheet. Open it in Excel, and save it as .xlsx or CSV.',
  );
export const swells = () =>
  new CallerError(413, 'file-too-large', {
    zh: '這個檔案解開後異常地大。請把清單複製到新的活頁簿，另存為 .xlsx 或 CSV 再匯入。',
    en: 'Unpacked, this file is abnormally large. Copy the list into a new workbook, and save it as .xlsx or CSV.',
  });

const broken = (text: Bilingual) => badRequest('file-broken', text);

export const brokenWorkbook = () =>
  broken({
    zh: '檔案不完整或已損壞。請用 Excel 開啟，另存為 .xlsx 再匯入。',
    en: 'The file is cut off or damaged. Open it in Excel, and save it as .xlsx.',
  });
export const unknownEncoding = () =>
  broken({
    zh: '看不懂這個檔案的文字編碼。請另存為「CSV UTF-8」或 .xlsx 再匯入。',
    en: 'The encoding of this file is unknown. Save it as "CSV UTF-8" or .xlsx.',
  });
export const openQuote = (row: number) =>
  broken({
    zh: `第 ${row} 列附近的引號沒有成對。請修正，或另存為 .xlsx 再匯入。`,
    en: `The quotes do not match near row ${row}. Mend them, or save the file as .xlsx.`,
  });

export const noHeadings = () =>
  badRequest('no-headings', {
    zh: '找不到標題列：要有一列至少兩格寫著欄位名稱，資料在它下面。',
    en: 'There are no headings: one row must name at least two columns, with the rows below it.',
  });
export const noSuchSheet = () =>
  badRequest('no-such-sheet', { zh: '檔案裡沒有這個工作表。', en: 'The file has no such sheet.' });
export const tooManyRows = () =>
  new CallerError(413, 'too-many-rows', {
    zh: `一份清單最多 ${MOST_ROWS} 筆資料，這個檔案超過了。請分成幾份清單。`,
    en: `A list has ${MOST_ROWS} rows at most, and this file has more. Split it into several lists.`,
  });
export const tooManyColumns = () =>
  new CallerError(413, 'too-many-columns', {
    zh: `檔案最多 ${MOST_FILE_COLUMNS} 欄。請刪除不需要的欄再匯入。`,
    en: `A file has ${MOST_FILE_COLUMNS} columns at most. Delete those that are not needed.`,
  });
