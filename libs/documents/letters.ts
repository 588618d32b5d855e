import { rm } from 'node:fs/promises';
import { type LetterKind, LetterTemplatesQueries, mergeLetters, templatesOfKind } from '@convener/letters';
import { badRequest, notFound } from '@convener/kernel';
import type { Block } from '@convener/papers';
import { Database, Incoming } from '@convener/platform';
import type { Register } from '@convener/registers';
import type { About, DocumentKind, Producing } from '@convener/reports';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ALL, choice, kindChoice, listChoice, listHref, NO_LIST, noList, value } from './guest-choices';
import { checkedInLists, type GuestList, readGuestList, readPeopleLists } from './guest-list';
import { type Addressee, addressees } from './letter-facts';
import { certificates, type Given, thankYouLetters } from './letter-layouts';
import { rowValues, sharedValues } from './letter-values';
import { mergeBlocks } from './merge-preview';
import { readRegisterBook } from './register-book';

/** Our own layout; a template of the house is named by its id. */
const OURS = 'ours';

/** Lists whose people are thanked before all others. */
const THANKED_FIRST: ReadonlySet<string> = new Set(['sponsors', 'speakers']);

const NAMES = {
  certificates: {
    name: { zh: '與會證明', en: 'Certificates of attendance' },
    says: {
      zh: '名單上每個人一張證明，可用公司的 Word 範本合併。',
      en: 'A certificate for everybody on a list, merged into a Word template of the house where wanted.',
    },
  },
  'thank-you-letters': {
    name: { zh: '感謝函', en: 'Thank-you letters' },
    says: {
      zh: '名單上每個人一封感謝函，可用公司的 Word 範本合併。',
      en: 'A letter of thanks to everybody on a list, merged into a Word template of the house where wanted.',
    },
  },
} as const;

/** What is written to whoever is on a list: certificates, and letters of thanks. */
@Injectable()
export class LetterDocuments {
  constructor(
    private readonly database: Database,
    private readonly incoming: Incoming,
    private readonly templates: LetterTemplatesQueries,
  ) {}

  kinds(): DocumentKind[] {
    return [this.kind('certificates', certificates), this.kind('thank-you-letters', thankYouLetters)];
  }

  private kind(key: LetterKind, layout: Layout): DocumentKind {
    return {
      ...{ key, group: 'people', ...NAMES[key], formats: ['docx', 'pdf'], audience: 'leads' },
      choices: (em, project, actor) => letterChoices(em, key, { project, actor }),
      write: async (em, about) => ({
        ...(key === 'thank-you-letters' && { plain: true as const }),
        blocks: await blocksOf(em, key, about, layout),
      }),
      produce: { docx: (about, to) => this.merge(about, to), pdf: (about) => Promise.resolve(onlyOurs(about)) },
    };
  }

  /** Answers 'press' where the layout is ours. */
  private async merge(about: About, { path, signal, progress }: Producing): Promise<void | 'press'> {
    const { template = OURS } = about.chosen;
    if (template === OURS) return 'press';
    const letter = await this.templates.letter(template);
    const rows = await this.database.read(async (em) => {
      const list = await chosenList(em, about);
      const people = list ? await chosenPeople(em, list, about) : [];
      return people.map((person) => rowValues(list!, person));
    });
    const work = await this.incoming.newPath();
    try {
      await mergeLetters({ letter, shared: sharedValues(about), rows }, { path, work, signal, progress });
    } finally {
      await rm(work, { force: true });
    }
  }
}

type Layout = (people: readonly Addressee[], about: About, given: Given) => Block[];

async function blocksOf(em: EntityManager, key: LetterKind, about: About, layout: Layout): Promise<Block[]> {
  const list = await chosenList(em, about);
  if (!list) return [noList(about)];
  const people = await chosenPeople(em, list, about);
  const { template = OURS } = about.chosen;
  if (people.length === 0) return [nobodyThere(list, about)];
  if (template === OURS) return layout(people, about, list.register.presetKey === 'sponsors' ? 'support' : 'part');
  const found = (await templatesOfKind(em, key)).find(({ id }) => id === template);
  if (!found) throw notFound();
  return mergeBlocks(found, list, people, about);
}

/** A template of Word's is Word's alone: a PDF of it is made there. */
function onlyOurs({ chosen }: About): 'press' {
  if ((chosen.template ?? OURS) === OURS) return 'press';
  throw badRequest('letter-docx-only', {
    zh: '公司的 Word 範本只能產製 DOCX。請改選 DOCX，再用 Word 轉成 PDF。',
    en: 'A Word template of the house makes a DOCX alone. Choose DOCX, and make a PDF of it in Word.',
  });
}

async function letterChoices(em: EntityManager, key: LetterKind, about: Pick<About, 'project' | 'actor'>) {
  const lists = await readPeopleLists(em, about);
  const checkedIn = await checkedInLists(em, about.project.id);
  const arrived = value('arrived', '已報到的人', 'Those who arrived');
  const all = value(ALL, '名單上所有人', 'Everybody on the list');
  const templates = await templatesOfKind(em, key);
  const isFirst = ({ id, presetKey }: Register) =>
    key === 'certificates' ? checkedIn.has(id) : THANKED_FIRST.has(presetKey ?? '');
  return [
    listChoice([...lists.filter(isFirst), ...lists.filter((list) => !isFirst(list))]),
    choice('who', '對象', 'Who', key === 'certificates' && checkedIn.size > 0 ? [arrived, all] : [all, arrived]),
    kindChoice(lists),
    choice('template', '版面', 'Layout', [
      value(OURS, '內建版面', 'Built in'),
      ...templates.map(({ id, name }) => value(id, name, name)),
    ]),
  ];
}

async function chosenList(em: EntityManager, about: About): Promise<GuestList | null> {
  const { register = NO_LIST } = about.chosen;
  return register === NO_LIST ? null : readGuestList(em, about, register);
}

/** Where no check-in of the list was opened nobody is known to have come, so that everybody is meant. */
async function chosenPeople(em: EntityManager, list: GuestList, about: About): Promise<Addressee[]> {
  const { who, kind } = about.chosen;
  const book = await readRegisterBook(em, about, ['credits']);
  return addressees(list, book.rows('credits'), { who: list.desks ? who : ALL, kind }, about);
}

const nobodyThere = (list: GuestList, about: About): Block => ({
  type: 'missing',
  what: about.say('名單上沒有符合的人。', 'Nobody on the list is meant.'),
  where: about.say(
    '在名單新增，或改選對象；只選已報到的人時，要先有人報到。',
    'Add people, or choose others; those who arrived are there once somebody has.',
  ),
  href: listHref(about, list),
});
