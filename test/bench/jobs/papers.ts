import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { type Block, type Paper, type PaperFormat, PaperPress, type Picture, toDocx, toPdf } from '@convener/papers';
import { aPaper, aTable, pictureFiles } from '../../support/papers';
import { type Figure, type Gauge, type Job, measure } from '../gauge';
import { type Spread, spreadOf } from '../stats';

const FORMATS = { PDF: 'pdf', DOCX: 'docx' } as const satisfies Record<string, PaperFormat>;
const RENDER = { pdf: toPdf, docx: toDocx };
const ROUNDS = 3;
const CHAPTERS = 76;
/** How wide a document's photos are when they reach the press. */
const PHOTO = { width: 950, height: 712 };
const SAMPLE_MS = 20;
const REST_MS = 200;
const MB = 2 ** 20;

/** A closing report: chapters with text, a table each, and photos, some 300 pages with 500 photos. */
function aReport(photos: readonly Picture[], chapters: number): Paper {
  const each = Math.ceil(photos.length / chapters);
  const blocks = Array.from({ length: chapters }, (_, at): Block[] => [
    { type: 'break' },
    { type: 'heading', level: 1, text: `第 ${at + 1} 章　工作成果` },
    { type: 'text', text: '本階段依核定計畫完成各項工作，成果與佐證如下。'.repeat(30) },
    aTable({ rows: Array.from({ length: 60 }, (__, row) => ({ cells: rowOf(at, row) })) }),
    { type: 'pictures', columns: 2, items: photos.slice(at * each, (at + 1) * each) },
  ]);
  return aPaper([{ type: 'contents', label: '目錄' }, ...blocks.flat()]);
}

const rowOf = (chapter: number, row: number) => [
  ...[`T${chapter}.${row}`, '確認會議場地租借合約，並繳交訂金（含稅）', '林佳蓉', '2026-09-01', 12_000 * row],
];

/** Beside the seconds: what the process that answers people feels of it, which is what the thread is for. */
interface Felt {
  stallMs: number;
  grownMb: number;
}

async function felt(work: () => Promise<void>): Promise<Felt> {
  const base = process.memoryUsage.rss();
  let peak = base;
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), SAMPLE_MS);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  try {
    await work();
  } finally {
    delay.disable();
    clearInterval(sampling);
  }
  return { stallMs: delay.percentile(99.9) / 1e6, grownMb: (peak - base) / MB };
}

/** A report made by the press; beside it the same drawn on the main thread, where everybody would wait for it. */
export const papers: Job = {
  name: 'papers',
  run: async (gauge) => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-papers-'));
    const press = new PaperPress();
    try {
      const { items, paths } = await pictureFiles(join(folder, 'photos'), gauge.small ? 8 : 500, PHOTO);
      const paper = aReport(items, gauge.small ? 2 : CHAPTERS);
      const figures: Figure[] = [];
      for (const [name, format] of Object.entries(FORMATS))
        figures.push(...(await made(gauge, { name, format, paper, paths, folder, press })));
      return figures;
    } finally {
      await press.onModuleDestroy();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Making {
  name: string;
  format: keyof typeof RENDER;
  paper: Paper;
  paths: Record<string, string>;
  folder: string;
  press: PaperPress;
}

async function made(gauge: Gauge, { name, format, paper, paths, folder, press }: Making): Promise<Figure[]> {
  const path = join(folder, `report.${format}`);
  const [seen, onMain]: [Felt[], Felt[]] = [[], []];
  const timed = async (all: Felt[], work: () => Promise<void>) => {
    rmSync(path, { force: true });
    // What was made before is given back first, and not counted.
    await setTimeout(REST_MS);
    const start = performance.now();
    all.push(await felt(work));
    return (performance.now() - start) / 1000;
  };
  const ours = () => timed(seen, () => press.press(paper, format, paths, path));
  const floor = () => timed(onMain, () => RENDER[format](paper, paths, path));
  const few = { ...gauge, rounds: Math.min(gauge.rounds, ROUNDS) };
  const photos = Object.keys(paths).length;
  const more = () => {
    const grown = Math.max(...seen.map(({ grownMb }) => grownMb));
    return `${photos} photos, ${(statSync(path).size / MB).toFixed(0)} MB; memory at most +${grown.toFixed(0)} MB`;
  };
  const what = gauge.small ? 'a short report' : 'a report of 300 pages';
  const whole = await measure(few, { job: `${what}, ${name}`, unit: 's', ours, floor, more });
  return [whole, stallOf(name, seen, onMain)];
}

function stallOf(name: string, seen: readonly Felt[], onMain: readonly Felt[]): Figure {
  const [ours, floor] = [seen, onMain].map((all) => spreadOf(all.map(({ stallMs }) => stallMs))) as [Spread, Spread];
  return {
    ...{ job: `stall of the main thread meanwhile, ${name}, p99.9`, unit: 'ms', ours, floor },
    ...{ ratio: ours.median / floor.median, processorMs: null, more: '', load: loadavg()[0]! },
  };
}
