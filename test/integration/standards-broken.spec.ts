import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadStandards, StandardsError } from '@convener/standards';

const SEEDS = join(__dirname, '../../seeds/standards');
const EVENT = 'event-coordinator.yaml';
const EXECUTIVE = 'conference-project-executive.yaml';
/** The files that the cases break, and those that they speak of. */
const FILES = [EVENT, EXECUTIVE, 'event-supervisor.yaml', 'meeting-executive-2017.yaml'];

describe('a broken file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'standards-'));
    FILES.forEach((file) => cpSync(join(SEEDS, file), join(folder, file)));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const edit = (file: string, change: (text: string) => string) => {
    const before = readFileSync(join(SEEDS, file), 'utf8');
    const after = change(before);
    expect(after).not.toBe(before);
    writeFileSync(join(folder, file), after);
  };
  const problems = () => {
    try {
      loadStandards(folder);
    } catch (error) {
      if (error instanceof StandardsError) return error.problems;
      throw error;
    }
    return [];
  };

  it.each([
    [
      'a doubled key',
      EVENT,
      'edition: v1\n',
      'edition: v1\nedition: v2\n',
      /^event-coordinator\.yaml: line 6: .*unique/,
    ],
    ['no YAML at all', EVENT, 'level: 4\n', 'level: [4\n', /^event-coordinator\.yaml: line \d+: /],
    [
      'an unknown key',
      EVENT,
      'level: 4\n',
      'level: 4\ncolour: red\n',
      /^event-coordinator\.yaml: colour: .*should not exist/,
    ],
    [
      'a missing key',
      EVENT,
      'supersedes: null\n',
      '',
      /^event-coordinator\.yaml: supersedes: must be one line of text/,
    ],
    [
      'a number for a text',
      EVENT,
      'code: "3332"',
      'code: 3332',
      /^event-coordinator\.yaml: category\.occupation\.code: must be/,
    ],
    [
      'a level beyond the scale',
      EVENT,
      '        level: 4\n',
      '        level: 9\n',
      /^event-coordinator\.yaml: T1\.1: level: /,
    ],
    [
      'a blank text',
      EXECUTIVE,
      'text: 收取報名費用',
      'text: ""',
      /^conference-project-executive\.yaml: T2\.2\/P2\.2\.4: text: must be/,
    ],
    [
      'a text that is not NFC',
      EXECUTIVE,
      'title: 結案報告',
      'title: e\u0301',
      /^conference-project-executive\.yaml: T6\.3\/O6\.3\.1: title: .*NFC/,
    ],
    [
      'an indicator without a code',
      EXECUTIVE,
      'code: P2.2.4, printed: P2.2.4',
      'code: null, printed: null',
      /^conference-project-executive\.yaml: T2\.2\/indicators #4: code: must be a code/,
    ],
    [
      'an output without a code',
      EXECUTIVE,
      'code: O1.2.1, printed: "01.2.1"',
      'code: null, printed: null',
      /^conference-project-executive\.yaml: T1\.2\/O~1: the code is missing/,
    ],
    [
      'a task without a code',
      EVENT,
      '- code: T1.2\n        title',
      '- title',
      /^event-coordinator\.yaml: T1\/tasks #2: code: must be a code such as T1\.1/,
    ],
    [
      'a doubled duty',
      EVENT,
      '- code: T2\n',
      '- code: T1\n',
      /^event-coordinator\.yaml: T1: the duty's code stands twice/,
    ],
    [
      'a doubled task',
      EVENT,
      '- code: T2.2\n',
      '- code: T2.1\n',
      /^event-coordinator\.yaml: T2\.1: the task's code stands twice/,
    ],
    [
      'a doubled output',
      EVENT,
      'code: O1.2.2, printed: O1.2.2',
      'code: O1.2.1, printed: O1.2.1',
      /^event-coordinator\.yaml: T1\.2\/O1\.2\.1~2: the code O1\.2\.1 stands twice/,
    ],
    [
      'a doubled indicator',
      EXECUTIVE,
      'code: P2.2.4, printed: P2.2.4',
      'code: P2.2.3, printed: P2.2.3',
      /^conference-project-executive\.yaml: T2\.2\/P2\.2\.3~2: the code P2\.2\.3 stands twice/,
    ],
    [
      'a code that is not what is printed',
      EXECUTIVE,
      'code: O1.2.1, printed: "01.2.1"',
      'code: O1.2.2, printed: "01.2.1"',
      /^conference-project-executive\.yaml: T1\.2\/O1\.2\.2: printed "01\.2\.1" reads O1\.2\.1/,
    ],
    [
      'knowledge that is not listed',
      EVENT,
      'knowledge: [K01, ',
      'knowledge: [K99, K01, ',
      /^event-coordinator\.yaml: T1\.1: K99 is not listed under knowledge/,
    ],
    [
      'a skill that nobody uses',
      EVENT,
      'skills:\n  -',
      'skills:\n  - { code: S99, text: 閒置 }\n  -',
      /^event-coordinator\.yaml: skills\/S99: no task uses it/,
    ],
    [
      'knowledge listed twice',
      EVENT,
      '\nknowledge:\n',
      '\nknowledge:\n  - { code: K03, text: 資料管理 }\n',
      /^event-coordinator\.yaml: knowledge\/K03: "資料管理" is listed twice/,
    ],
    [
      'an erratum of no place',
      EVENT,
      'at: T3.2/O3.2.4',
      'at: T3.2/O3.2.9',
      /^event-coordinator\.yaml: errata #\d+: there is no place "T3\.2\/O3\.2\.9"/,
    ],
    [
      'an erratum of no kind',
      EVENT,
      'kind: typo',
      'kind: slip',
      /^event-coordinator\.yaml: errata #\d+: kind: must be one of/,
    ],
    [
      'a day that does not exist',
      'event-supervisor.yaml',
      '2015-12-31',
      '2015-02-30',
      /^event-supervisor\.yaml: versionHistory #4: date: must be a calendar day/,
    ],
    [
      'an unknown standard superseded',
      EXECUTIVE,
      'supersedes: meeting-executive-2017',
      'supersedes: meeting-executive-2016',
      /^conference-project-executive\.yaml: supersedes: there is no standard "meeting-executive-2016"/,
    ],
    [
      'itself superseded',
      EXECUTIVE,
      'supersedes: meeting-executive-2017',
      'supersedes: conference-project-executive',
      /supersedes: names the standard itself/,
    ],
    [
      'one that is superseded already',
      EVENT,
      'supersedes: null',
      'supersedes: meeting-executive-2017',
      /^event-coordinator\.yaml: supersedes: another standard supersedes/,
    ],
    [
      "another standard's slug",
      EVENT,
      'slug: event-coordinator',
      'slug: event-supervisor',
      /^event-coordinator\.yaml: slug: must be the name of the file/,
    ],
  ])('with %s is refused with its name and place', (_what, file, from, to, problem) => {
    edit(file, (text) => text.replace(from, to));
    expect(problems()).toContainEqual(expect.stringMatching(problem));
  });

  it('that is a list, empty, or in no folder is refused', () => {
    writeFileSync(join(folder, EVENT), '- 1\n');
    expect(problems()).toEqual(['event-coordinator.yaml: top: must be a map']);
    writeFileSync(join(folder, EVENT), '');
    expect(problems()).toEqual(['event-coordinator.yaml: top: must be a map']);
    expect(() => loadStandards(join(folder, 'nowhere'))).toThrow(/nowhere: cannot be read/);
  });

  it('does not hide what is wrong in another', () => {
    edit(EVENT, (text) => text.replace('level: 4\n', 'level: 40\n'));
    edit(EXECUTIVE, (text) => text.replace('level: 4\n', 'level: x\n'));
    const files = problems().map((problem) => problem.split(':')[0]);
    expect(new Set(files)).toEqual(new Set([EVENT, EXECUTIVE]));
  });
});
