import { badRequest, type Bilingual, CallerError } from '@convener/kernel';

const MB = 1024 * 1024;

export const inMegabytes = (bytes: number) => `${Math.max(1, Math.floor(bytes / MB))} MB`;

const ALLOWED: Bilingual = {
  zh: '可以上傳：照片（JPEG、PNG、WebP）、PDF、Word／Excel／PowerPoint（docx、xlsx、pptx）、OpenDocument（odt、ods、odp）、純文字與 CSV。',
  en: 'You can upload photos (JPEG, PNG, WebP), PDF, Word, Excel and PowerPoint (docx, xlsx, pptx), OpenDocument (odt, ods, odp), plain text and CSV.',
};

/** Says what the content is, what to do about it where we know, and what is taken. */
export function typeRefused(found: string, hint: Bilingual = { zh: '', en: '' }): CallerError {
  return new CallerError(
    415,
    'file-type-refused',
    {
      zh: `不能上傳這種檔案（內容是 ${found}）。${hint.zh}${ALLOWED.zh}`,
      en: `Files of this kind are not taken (the content is ${found}). ${[hint.en, ALLOWED.en].filter(Boolean).join(' ')}`,
    },
    [],
    { found },
  );
}

export const suspicious = (why: Bilingual) =>
  new CallerError(415, 'file-suspicious', {
    zh: `這個檔案不能上傳：${why.zh}`,
    en: `This file is not taken: ${why.en}`,
  });

export const fileTooLarge = (most: number) =>
  new CallerError(
    413,
    'file-too-large',
    {
      zh: `檔案太大，一個檔案最多 ${inMegabytes(most)}。請縮小後再上傳，或改附連結。`,
      en: `The file is too large: one file may have ${inMegabytes(most)}. Make it smaller, or add a link instead.`,
    },
    [],
    { most },
  );

export const emptyFile = () =>
  badRequest('file-empty', { zh: '這是空的檔案，請選另一個。', en: 'This file is empty. Choose another one.' });

export const tooManyPixels = (width: number, height: number, most: number) =>
  new CallerError(413, 'image-too-large', {
    zh: `圖片有 ${width} × ${height} 像素，最多 ${most / 1_000_000} 百萬像素。請縮小後再上傳。`,
    en: `The picture has ${width} × ${height} pixels; ${most / 1_000_000} million at most are taken. Make it smaller.`,
  });

export const brokenImage = () =>
  badRequest('image-broken', {
    zh: '圖片不完整或已損壞，請重新拍攝或另存後再上傳。',
    en: 'The picture is cut off or damaged. Take or save it again.',
  });

export const noRoom = () =>
  new CallerError(507, 'no-room-for-files', {
    zh: '伺服器的空間快滿了，暫時不能上傳檔案。請通知管理者清出空間，或先改附連結。',
    en: 'The server is short of space, so files are not taken now. Tell whoever runs it, or add a link instead.',
  });
