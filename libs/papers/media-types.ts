import type { PaperFormat } from './paper';

const OOXML = 'application/vnd.openxmlformats-officedocument';

/** What a paper's file is, as HTTP and the file store name it. */
export const PAPER_MEDIA_TYPES: Readonly<Record<PaperFormat, string>> = {
  pdf: 'application/pdf',
  docx: `${OOXML}.wordprocessingml.document`,
  xlsx: `${OOXML}.spreadsheetml.sheet`,
};
