import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aPaper, aTable } from '../../test/support/papers';
import type { Paper } from './paper';
import { toPdf } from './pdf/to-pdf';
import { PaperPress, PaperTooBig } from './press';

class SmallPress extends PaperPress {
  protected override readonly memoryMb = 40;
}

describe('the paper press', () => {
  const folder = mkdtempSync(join(tmpdir(), 'press-'));
  let press = new PaperPress();

  afterEach(async () => {
    await press.onModuleDestroy();
    press = new PaperPress();
  });
  afterAll(async () => {
    await press.onModuleDestroy();
    rmSync(folder, { recursive: true });
  });

  const small = aPaper([aTable()]);
  const at = (name: string) => join(folder, name);

  it('makes in its thread what is made without one, and tells how far it is', async () => {
    const told: number[] = [];
    await press.press(small, 'pdf', {}, at('there.pdf'), { onProgress: (share) => told.push(share) });
    await toPdf(small, {}, at('here.pdf'));

    expect(readFileSync(at('there.pdf')).equals(readFileSync(at('here.pdf')))).toBe(true);
    expect(told.at(-1)).toBe(1);
  });

  it('makes one paper after the other, in every format', async () => {
    const order: string[] = [];
    const made = (['pdf', 'docx', 'xlsx'] as const).map((format) =>
      press.press(small, format, {}, at(`one.${format}`)).then(() => order.push(format)),
    );
    await Promise.all(made);

    expect(order).toEqual(['pdf', 'docx', 'xlsx']);
    for (const format of order) expect(existsSync(at(`one.${format}`))).toBe(true);
  });

  it('ends at once when it is aborted, leaves no file, and makes the next', async () => {
    const asked = new AbortController();
    const dropped = press.press(hugePaper(), 'pdf', {}, at('dropped.pdf'), {
      signal: asked.signal,
      onProgress: () => asked.abort(new Error('No longer wanted.')),
    });
    const next = press.press(small, 'pdf', {}, at('next.pdf'));

    await expect(dropped).rejects.toThrow('No longer wanted.');
    await next;
    expect(readdirSync(folder).filter((name) => name.startsWith('dropped'))).toEqual([]);
    expect(existsSync(at('next.pdf'))).toBe(true);
  });

  it('lets one that is given up while it waits go, without a trace', async () => {
    const asked = new AbortController();
    const first = press.press(small, 'pdf', {}, at('first.pdf'));
    const waiting = press.press(small, 'pdf', {}, at('waiting.pdf'), { signal: asked.signal });
    asked.abort(new Error('Never mind.'));

    await expect(waiting).rejects.toThrow('Never mind.');
    await first;
    expect(existsSync(at('waiting.pdf'))).toBe(false);
  });

  it('says that a paper is too big where its memory ends, and goes on', async () => {
    await press.onModuleDestroy();
    press = new SmallPress();

    await expect(press.press(hugePaper(), 'docx', {}, at('big.docx'))).rejects.toThrow(PaperTooBig);
    await press.press(aPaper([]), 'xlsx', {}, at('after.xlsx'));
    expect(readdirSync(folder).filter((name) => name.startsWith('big'))).toEqual([]);
    expect(existsSync(at('after.xlsx'))).toBe(true);
  });

  it('says what went wrong in its thread, and goes on', async () => {
    await expect(press.press(small, 'pdf', {}, join(folder, 'no-folder', 'x.pdf'))).rejects.toThrow('ENOENT');
    await press.press(small, 'pdf', {}, at('still.pdf'));
    expect(existsSync(at('still.pdf'))).toBe(true);
  });

  it('turns away what is asked of it while the process stops', async () => {
    const waiting = press.press(hugePaper(), 'pdf', {}, at('late.pdf'));
    await press.onModuleDestroy();

    await expect(waiting).rejects.toThrow('stopping');
    await expect(press.press(small, 'pdf', {}, at('later.pdf'))).rejects.toThrow('stopping');
    expect(readdirSync(folder).filter((name) => name.startsWith('late'))).toEqual([]);
  });

  function hugePaper(): Paper {
    const rows = Array.from({ length: 8000 }, (_, row) => ({
      cells: [`A-${row}`, `第 ${row} 項工作`, '王小明', '2026-01-01', row],
    }));
    return aPaper([aTable({ rows })]);
  }
});
