import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, deflateSync } from 'node:zlib';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** A form with one file, as a browser sends it. */
export function formOf(content: Buffer | string, name = 'photo.jpg', type = 'application/octet-stream'): FormData {
  const form = new FormData();
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type }), name);
  return form;
}

/** Names of everything that a store in this data folder holds, half-received files too. */
export function filesIn(dataDir: string): string[] {
  const folder = join(dataDir, 'files');
  try {
    const all = readdirSync(folder, { recursive: true }).map(String);
    return all.filter((name) => statSync(join(folder, name)).isFile()).sort();
  } catch {
    return [];
  }
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 120, b: 200 } } });

export const aJpeg = (width = 40, height = 30): Promise<Buffer> => plain(width, height).jpeg().toBuffer();
export const aPng = (width = 40, height = 30): Promise<Buffer> => plain(width, height).png().toBuffer();
export const aWebp = (): Promise<Buffer> => plain(40, 30).webp().toBuffer();
export const aGif = (): Promise<Buffer> => plain(4, 4).gif().toBuffer();

/** As a phone writes it: held upright, with where it was taken. */
export const aPhonePhoto = (): Promise<Buffer> =>
  plain(60, 40)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Phonemaker' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '25/1 2/1 3/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 33/1 0/1' },
    })
    .toBuffer();

export const aPdf = (body = ''): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n${body}xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n0000000115 00000 n \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n190\n%%EOF\n`,
    'latin1',
  );

/** A PNG that claims to have so many pixels, and a few bytes to show for it. */
export function aPngOf(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(1000));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A ZIP archive of these entries; `claimed` is the size that it says the last has when unpacked. */
export function aZip(entries: Record<string, string>, claimed?: number): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const stored = name === 'mimetype';
    const content = Buffer.from(text);
    const packed = stored ? content : deflateRawSync(content);
    const isLast = directory.length === Object.keys(entries).length - 1;
    const size = isLast && claimed !== undefined ? claimed : content.length;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const made = Buffer.from([20, 0]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), made, common, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const CONTENT_TYPES = `<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`;

export const aDocx = (more: Record<string, string> = {}, claimed?: number): Buffer =>
  aZip({ '[Content_Types].xml': CONTENT_TYPES, 'word/document.xml': '<w:document/>', ...more }, claimed);

export const anOdt = (more: Record<string, string> = {}): Buffer =>
  aZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>', ...more });

/** What must never be kept: what it is, the file, the name that it comes under, and how it is refused. */
export async function hostileFiles(): Promise<[what: string, content: Buffer, name: string, refusal: string][]> {
  const jpeg = await aJpeg(400, 300);
  const png = await aPng(400, 300);
  const html = '<!doctype html><script>alert(document.cookie)</script>';
  const docx = aDocx();
  return [
    ['a page called a photo', Buffer.from(html), '現場.jpg', '415 file-type-refused'],
    ['a page with a byte order mark', Buffer.from(`\ufeff\n ${html}`), 'list.csv', '415 file-type-refused'],
    [
      'a page in the middle of a table',
      Buffer.from(`a,b\n1,<script>alert(1)</script>\n`),
      'a.csv',
      '415 file-type-refused',
    ],
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'logo.svg',
      '415 file-type-refused',
    ],
    [
      'an SVG called a PNG',
      Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'),
      'logo.png',
      '415 file-type-refused',
    ],
    [
      'a picture that is a script too',
      Buffer.from('GIF89a/*\x01\x00*/=1;alert(1)//'),
      'a.gif',
      '415 file-type-refused',
    ],
    ['a GIF', await aGif(), 'a.jpg', '415 file-type-refused'],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'readme.txt', '415 file-type-refused'],
    [
      'a Windows program',
      Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]),
      'photo.jpg.exe',
      '415 file-type-refused',
    ],
    [
      'a Linux program',
      Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(200)]),
      'a.pdf',
      '415 file-type-refused',
    ],
    ['an archive', aZip({ 'a.txt': 'a' }), 'all.zip', '415 file-type-refused'],
    ['bytes of no kind', Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 200, 201]), 'a.txt', '415 file-type-refused'],
    ['nothing', Buffer.alloc(0), 'empty.pdf', '400 file-empty'],
    ['a PNG cut off', png.subarray(0, png.length / 2), 'a.png', '400 image-broken'],
    ['a JPEG cut off', jpeg.subarray(0, jpeg.length / 2), 'a.jpg', '400 image-broken'],
    ['a PNG of nothing but a header', png.subarray(0, 40), 'a.png', '400 image-broken'],
    ['a picture of 2.5 thousand million pixels', aPngOf(50_000, 50_000), 'a.png', '413 image-too-large'],
    ['a picture just over the cap', aPngOf(10_000, 5001), 'a.png', '413 image-too-large'],
    ['a PDF cut off', aPdf().subarray(0, 100), 'a.pdf', '415 file-suspicious'],
    ['a PDF that is an archive too', Buffer.concat([aPdf(), aZip({ 'a.class': 'x' })]), 'a.pdf', '415 file-suspicious'],
    ['a document with macros', aDocx({ 'word/vbaProject.bin': 'x' }), 'a.docx', '415 file-suspicious'],
    ['an OpenDocument with macros', anOdt({ 'Basic/Standard/Module1.xml': 'x' }), 'a.odt', '415 file-suspicious'],
    ['a document with something behind it', Buffer.concat([docx, Buffer.from(html)]), 'a.docx', '415 file-suspicious'],
    ['a document that would fill a disk', aDocx({}, 4_000_000_000), 'a.docx', '415 file-suspicious'],
  ];
}
