import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Block, Paper, Picture, Table } from '@convener/papers';
import sharp from 'sharp';
import { photoPoints } from './photo-points';

/** A paper with these blocks. */
export function aPaper(blocks: readonly Block[], change: Partial<Paper> = {}): Paper {
  return {
    title: '結案報告',
    subtitle: ['2026 亞太智慧醫療年會'],
    language: 'zh-TW',
    page: 'portrait',
    stamp: {
      project: '2026 亞太智慧醫療年會',
      template: '國際會議',
      version: 3,
      madeAt: 1_795_000_000_000,
      made: '2026-11-18 16:26',
    },
    blocks,
    ...change,
  };
}

export function aTable(change: Partial<Table> = {}): Table {
  return {
    type: 'table',
    caption: '工作任務分派表',
    columns: [
      { label: '編號', kind: 'code' },
      { label: '工作項目', kind: 'text', weight: 2 },
      { label: '負責人', kind: 'name' },
      { label: '期限', kind: 'day' },
      { label: '預算（元）', kind: 'money' },
    ],
    rows: [
      { cells: ['A-01', '確認會議場地租借合約，並繳交訂金', '王小明', '2026-09-01', 120000] },
      { cells: ['A-02', '印製名牌', '歐陽文華', '2026-10-15', { value: 8500, shown: '8,500', tone: 'bad' }] },
    ],
    empty: '沒有工作。',
    ...change,
  };
}

/** Pictures of that size in one colour and a gradient, cheap to make; and where they lie. */
export async function pictureFiles(
  folder: string,
  count: number,
  size: { width: number; height: number } = { width: 480, height: 360 },
): Promise<{ items: Picture[]; paths: Record<string, string> }> {
  await mkdir(folder, { recursive: true });
  const items: Picture[] = [];
  const paths: Record<string, string> = {};
  for (let at = 0; at < count; at += 1) {
    const fileId = `file-${at}`;
    const path = join(folder, `${fileId}.jpg`);
    const { width, height } = size;
    await sharp(photoPoints(at, width, height), { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 82 })
      .toFile(path);
    items.push({ fileId, caption: `照片 ${at + 1}：開幕式貴賓合影（主會場）`, width, height });
    paths[fileId] = path;
  }
  return { items, paths };
}
