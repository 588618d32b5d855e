import type { Block, Picture } from '@convener/papers';
import type { About, DocumentKind } from '@convener/reports';
import { duties, emergencyNumbers, organisation } from './handbook-people';
import { type Handbook, isPicture, readHandbook } from './handbook-reading';
import { CATERING, lacks, lodging, SHUTTLES, STAFFING, summary, SUPPLIES } from './handbook-tables';
import { runSheetBlocks, type RunSheetReader } from './run-sheet-tables';
import { projectFacts } from './words';

/** 工作手冊: what everybody on site carries. It has telephone numbers, so leads make it and hand it out. */
export const workHandbook = (runSheet: RunSheetReader): DocumentKind => ({
  key: 'work-handbook',
  group: 'on-site',
  name: { zh: '工作手冊', en: 'Operations manual' },
  says: {
    zh: '聯絡電話、組織、職掌、人力配置、流程、平面圖、交通餐飲住宿、物資與異常處理。',
    en: 'Contacts, organisation, duties, staffing, run sheet, floor plans, transport, meals, lodging, supplies, incidents.',
  },
  formats: ['pdf', 'docx'],
  audience: 'handed-out',
  async write(em, about) {
    return { blocks: handbookBlocks(await readHandbook(em, about, runSheet), about) };
  },
});

export function handbookBlocks(handbook: Handbook, about: About): Block[] {
  const { say } = about;
  const { lists } = handbook;
  const chapters: [string, Block[]][] = [
    [
      say('活動資訊與緊急聯絡', 'The event, and whom to call'),
      [eventFacts(handbook, about), ...emergencyNumbers(handbook, about)],
    ],
    [say('組織與人員', 'Organisation'), organisation(handbook, about)],
    [say('各組職掌', 'Duties'), duties(handbook, about)],
    [say('人力配置', 'Staffing'), [summary(lists, STAFFING, about)]],
    [say('活動流程', 'Run sheet'), runSheetBlocks(handbook.days, about, 2)],
    [say('平面圖與場地照片', 'Floor plans and pictures'), sitePictures(handbook, about)],
    [say('交通接駁', 'Transport'), [summary(lists, SHUTTLES, about)]],
    [say('餐飲', 'Meals'), [summary(lists, CATERING, about)]],
    [say('住宿', 'Lodging'), [lodging(lists, about)]],
    [say('物資', 'Supplies'), [summary(lists, SUPPLIES, about)]],
    [say('異常處理', 'Incidents'), incidents(handbook, about)],
  ];
  return [
    projectFacts(about),
    { type: 'contents', label: say('目錄', 'Contents') },
    ...chapters.flatMap(([text, blocks], at): Block[] => [
      ...(at > 0 && [blocks, chapters[at - 1]![1]].every(isShort) ? [] : [{ type: 'break' } as const]),
      { type: 'heading', level: 1, text },
      ...blocks,
    ]),
  ];
}

/** Chapters of a few lines share a page: each on its own would be a sheet of paper for four rows. */
const isShort = (blocks: readonly Block[]) => blocks.reduce((sum, block) => sum + linesOf(block), 0) <= 12;

function linesOf(block: Block): number {
  if (block.type === 'missing') return 2;
  return block.type === 'table' ? block.rows.length : Infinity;
}

function eventFacts({ from, until }: Handbook, { project, say }: About): Block {
  const { name, client, venue, openingDay, closingDay } = project;
  return {
    type: 'facts',
    rows: [
      { label: say('活動', 'Event'), value: name },
      ...(client ? [{ label: say('委託客戶', 'Client'), value: client }] : []),
      ...(venue ? [{ label: say('地點', 'Venue'), value: venue }] : []),
      { label: say('進場', 'Move-in'), value: from },
      { label: say('開幕', 'Opening'), value: openingDay },
      { label: say('閉幕', 'Closing'), value: closingDay },
      { label: say('撤場', 'Move-out'), value: until },
    ],
  };
}

function sitePictures({ files }: Handbook, about: About): Block[] {
  const { say, project } = about;
  const pictures = files.filter(isPicture).map((file): Picture => {
    const { fileId, width, height } = file;
    return { fileId, caption: about.name(file), width: width!, height: height! };
  });
  const others = files
    .filter((file) => !isPicture(file))
    .map((file) => `${about.name(file)}${say('：', ': ')}${file.name}`);
  if (files.length === 0)
    return [
      lacks(
        say('還沒有平面圖或場地照片。', 'There are no floor plans or pictures of the venue yet.'),
        say('在場地工作的交付項目上傳圖片。', 'Upload pictures to the deliverables of the venue’s work.'),
        `/projects/${project.id}`,
      ),
    ];
  return [
    ...(pictures.length > 0 ? [{ type: 'pictures', columns: 1, items: pictures } as const] : []),
    ...(others.length > 0
      ? ([
          {
            type: 'text',
            tone: 'note',
            text: say('另有下列檔案，請在工作項目下載：', 'Further files, to be had from the work:'),
          },
          { type: 'items', items: others },
        ] as const)
      : []),
  ];
}

/** How what went wrong was dealt with, as the project wrote it down. */
function incidents({ incidents: entries, lists }: Handbook, about: About): Block[] {
  const { say, project } = about;
  const told = entries.flatMap(({ day, title, notes, decisions }): Block[] => [
    { type: 'heading', level: 2, text: `${day}　${title}` },
    ...(notes ? [{ type: 'text', text: notes } as const] : []),
    ...(decisions.length > 0 ? [{ type: 'items', items: decisions, numbered: true } as const] : []),
  ]);
  const rows = lists.rows('incidents').map((row) => ({
    cells: [row.day('day'), row.text('problem'), row.text('place'), row.text('handling'), row.text('owner')],
  }));
  if (told.length === 0 && rows.length === 0)
    return [
      lacks(
        say('專案還沒有異常紀錄或處理程序。', 'The project holds no incidents and no procedures yet.'),
        say('在「問題紀錄與處理表」或異常紀錄填寫。', 'Write them down in the list of incidents, or in a record.'),
        `/projects/${project.id}/registers`,
      ),
    ];
  const columns = [
    { label: say('日期', 'Day'), kind: 'day' },
    { label: say('問題', 'Problem'), kind: 'text', weight: 2 },
    { label: say('地點', 'Place'), kind: 'text' },
    { label: say('處理情形', 'Handling'), kind: 'text', weight: 2 },
    { label: say('負責人', 'In charge'), kind: 'name' },
  ] as const;
  return [...told, ...(rows.length > 0 ? [{ type: 'table', columns, rows, empty: '' } as const] : [])];
}
