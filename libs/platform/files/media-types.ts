const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

export const DOCX = `${OOXML}.wordprocessingml.document`;
export const XLSX = `${OOXML}.spreadsheetml.sheet`;

/** What is taken, each with the endings that a name of it may have; the first is put where it has none of them. */
export const MEDIA_TYPES = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  [DOCX]: ['docx'],
  [XLSX]: ['xlsx'],
  [`${OOXML}.presentationml.presentation`]: ['pptx'],
  [`${ODF}.text`]: ['odt'],
  [`${ODF}.spreadsheet`]: ['ods'],
  [`${ODF}.presentation`]: ['odp'],
  'text/plain': ['txt', 'csv', 'tsv', 'md', 'log'],
} as Readonly<Record<string, readonly [string, ...string[]]>>;

export const isImage = (mediaType: string) => mediaType.startsWith('image/');
export const isOffice = (mediaType: string) => /openxmlformats|opendocument/.test(mediaType);
