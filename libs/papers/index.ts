export { withoutBlank } from './blank-columns.rules';
export { PAPER_MEDIA_TYPES } from './media-types';
export * from './paper';
export { toDocx } from './docx/to-docx';
export { PapersModule } from './papers.module';
export { type PicturePaths } from './pdf/picture-slabs';
export { toPdf } from './pdf/to-pdf';
export { PaperPress, PaperTooBig, type PressOptions } from './press';
export { toXlsx } from './xlsx/to-xlsx';
