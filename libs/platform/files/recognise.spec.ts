import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aDocx, aJpeg, anOdt, aPdf, aPng, aWebp, hostileFiles } from '../../../test/support/files';
import { recognise } from './recognise';

const folder = mkdtempSync(join(tmpdir(), 'convener-recognise-'));
afterAll(() => rmSync(folder, { recursive: true }));

const kindOf = (content: Buffer) => {
  const path = join(folder, 'x');
  writeFileSync(path, content);
  return recognise(path);
};

describe('the kind of a file', () => {
  it.each([
    ['a JPEG', aJpeg, 'image/jpeg'],
    ['a PNG', aPng, 'image/png'],
    ['a WebP', aWebp, 'image/webp'],
    ['a PDF', aPdf, 'application/pdf'],
    ['a Word document', aDocx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['an OpenDocument text', anOdt, 'application/vnd.oasis.opendocument.text'],
    ['a list that begins like a bitmap', () => Buffer.from('BM,數量\n1,2\n'), 'text/plain'],
    ['a list that begins like a program', () => Buffer.from('MZ,數量\n1,2\n'), 'text/plain'],
  ])('of %s is told by its content', async (_what, make, kind) => expect(await kindOf(await make())).toBe(kind));

  it('of no hostile file is one that is taken, but of pictures, which are then drawn anew', async () => {
    for (const [what, content, , refusal] of await hostileFiles()) {
      if (!refusal.startsWith('415')) continue;
      await expect([what, await kindOf(content).catch((error: Error) => error.message.split(':')[0])]).toEqual([
        what,
        refusal.split(' ')[1],
      ]);
    }
  });

  it.each([
    [
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]),
      '請另存為新格式',
    ],
    [Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), '最相容'],
    [Buffer.from('Rar!\x1a\x07\0', 'latin1'), '請解開壓縮檔'],
  ])('that is refused comes with what to do instead', async (content, hint) => {
    const refused = await kindOf(content).catch((error: unknown) => error);
    expect((refused as { text: { zh: string } }).text.zh).toContain(hint);
  });
});
