import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Tree = { [key: string]: string | Tree };
const read = (name: string) => JSON.parse(readFileSync(join(__dirname, `${name}.json`), 'utf8')) as Tree;

/** Keys with their placeholders; plural forms count once, since Chinese has one form where English has two. */
function flat(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix + key.replace(/_(one|other)$/, '');
    if (typeof value === 'string') found.set(path, value);
    else for (const [inner, text] of flat(value, `${path}.`)) found.set(inner, text);
  }
  return found;
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.(spec|d)\.ts$/.test(entry.name) ? [path] : [];
  });
}

const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');

/** Pages whose routes load the late texts before they show. */
const LATE_PAGES = [
  join('routes', 'project', 'registers'),
  join('routes', 'project', 'check-in'),
  join('routes', 'project', 'documents'),
  join('routes', 'project', 'run-sheet'),
  join('routes', 'run-sheet'),
  join('routes', 'stage'),
  join('routes', 'check-in'),
  join('routes', 'project', 'surveys'),
  join('routes', 'survey'),
  join('routes', 'item', 'records'),
  join('routes', 'item', 'origin'),
  join('routes', 'project', 'closing'),
  join('routes', 'project', 'closing-report'),
  join('components', 'Leaving'),
  join('routes', 'lessons'),
  join('routes', 'letters'),
  join('format', 'activity'),
  join('format', 'reminderRules'),
  join('routes', 'calendars'),
  join('routes', 'house'),
  join('routes', 'operations'),
  join('routes', 'reminder-rules'),
  join('routes', 'project', 'Activity'),
  join('routes', 'project', 'board'),
  join('routes', 'project', 'edition'),
  join('routes', 'project', 'planning'),
  join('routes', 'project', 'schedule'),
  join('routes', 'project', 'settings'),
  join('routes', 'project', 'timeline'),
  join('routes', 'item', 'activity'),
  join('routes', 'start', 'ListsToCome'),
];

describe('the catalogues of visible text', () => {
  const both = (lng: string) => flat({ ...read(lng), ...read(join('late', lng)) });
  const zh = both('zh-TW');
  const en = both('en');

  it('are parted so that no section is in both, and late texts are asked for by late pages alone', () => {
    const late = Object.keys(read(join('late', 'zh-TW')));
    expect(Object.keys(read('zh-TW')).filter((section) => late.includes(section))).toEqual([]);
    const asked = new RegExp(`\\bt\\(\\s*['"\`](${late.join('|')})\\.`);
    const early = sources(join(__dirname, '..')).filter((path) => !LATE_PAGES.some((page) => path.includes(page)));
    expect(early.filter((path) => asked.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  it('say the same things in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    const differing = [...zh].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(en.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('leave no text empty', () => {
    expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('hold all Chinese that people see: none stands in the code', () => {
    const chinese = sources(join(__dirname, '..')).filter((path) =>
      /[\u3400-\u9fff]/.test(withoutComments(readFileSync(path, 'utf8'))),
    );
    expect(chinese).toEqual([]);
  });
});
