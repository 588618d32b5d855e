import type { Block, Card } from '@convener/papers';
import type { About, DocumentKind } from '@convener/reports';
import {
  ALL,
  choice,
  kindChoice,
  kindName,
  listChoice,
  listHref,
  NO_LIST,
  noList,
  ofKind,
  value,
} from './guest-choices';
import { type GuestList, readGuestList, readPeopleLists } from './guest-list';

/** What our desks read in a QR code before the id of the registration, as the badges of the check-in page have it. */
const BADGE = 'CVN:';

/** In millimetres; the sizes that the badges of the check-in page have, so that the same holders fit. */
const SIZES = {
  a4: { width: 90, height: 55, sheet: 'A4' },
  card: { width: 90, height: 55, sheet: 'card' },
  a6: { width: 105, height: 148, sheet: 'card' },
} as const;

/** 入場許可證. */
export const PASSES: DocumentKind = {
  key: 'passes',
  group: 'on-site',
  name: { zh: '入場許可證', en: 'Admission passes' },
  says: {
    zh: '名單上每個人一張識別證，QR code 可在報到台掃描。',
    en: 'A badge for everybody on a list, with a QR code that the desks scan.',
  },
  formats: ['pdf', 'docx'],
  audience: 'leads',
  async choices(em, project, actor) {
    const lists = await readPeopleLists(em, { project, actor });
    return [
      listChoice(lists),
      choice('size', '紙張', 'Paper', [
        value('a4', 'A4，裁成 90 × 55 mm', 'A4, cut to 90 × 55 mm'),
        value('card', '卡片 90 × 55 mm', 'Cards of 90 × 55 mm'),
        value('a6', 'A6 掛牌', 'A6 sheets'),
      ]),
      kindChoice(lists),
    ];
  },
  async write(em, about) {
    const { register = NO_LIST } = about.chosen;
    const list = register === NO_LIST ? null : await readGuestList(em, about, register);
    return { blocks: list ? passBlocks(list, about) : [noList(about)] };
  },
};

export function passBlocks(list: GuestList, about: About): Block[] {
  const { say, chosen } = about;
  const size = SIZES[(chosen.size ?? 'a4') as keyof typeof SIZES] ?? SIZES.a4;
  const items = ofKind(list, chosen.kind ?? ALL).map((guest): Card => {
    const large = size.height > 100;
    const foot = [kindName(list, guest.kind, about), guest.number].filter(Boolean).join('　');
    const lines: Card['lines'] = [
      { text: about.project.name, size: large ? 13 : 8, tone: 'quiet' },
      { text: guest.name, size: large ? 34 : 19, bold: true },
      ...(guest.organisation ? [{ text: guest.organisation, size: large ? 15 : 10 }] : []),
      ...(foot ? [{ text: foot, size: large ? 13 : 9, bold: true }] : []),
    ];
    return { lines, code: BADGE + guest.id, align: large ? 'center' : 'start' };
  });
  if (items.length > 0) return [{ type: 'cards', ...size, items }];
  return [
    {
      type: 'missing',
      what: say('名單上還沒有這種身分的人。', 'There is nobody of that kind on the list yet.'),
      where: say('在名單新增。', 'Add them to the list.'),
      href: listHref(about, list),
    },
  ];
}
