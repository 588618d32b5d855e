import { isTemporary, mayStay, type Actor, type Locale, type SignedIn, type Stay } from '@convener/access';
import { badRequest, type Bilingual, CallerError, type FieldProblem } from '@convener/kernel';
import type { JoinCode } from './join-code.entity';

export const CODE_STATES = ['open', 'full', 'expired', 'ended', 'over'] as const;
/** `over`: the event itself is, or its project. */
export type CodeState = (typeof CODE_STATES)[number];

/** What somebody who opens the link is to it; whether it still works is another question. */
export const SCANNERS = ['new', 'in', 'colleague', 'elsewhere', 'outsider'] as const;
export type Scanner = (typeof SCANNERS)[number];

/** Whether people can still join by a code at `now` (epoch ms), and if not, the reason that matters most to them. */
export function codeState(
  { endedAt, expiresAt, joined, most }: Pick<JoinCode, 'endedAt' | 'expiresAt' | 'joined' | 'most'>,
  stay: Stay,
  now: number,
): CodeState {
  if (!mayStay(stay, now)) return 'over';
  if (endedAt !== null) return 'ended';
  if (expiresAt !== null && expiresAt <= now) return 'expired';
  return joined >= most ? 'full' : 'open';
}

/** Throws 410 in words for whoever stands there with a phone, unless the code is open. */
export function requireOpenCode(state: CodeState): void {
  if (state === 'open') return;
  const { type, text } = REFUSALS[state];
  throw new CallerError(410, type, text);
}

/**
 * Who opens the link. `actor` is what they are in the project, if anything. A code gives an account nothing that its
 * maker might not want it to have: colleagues join as members, people from outside are invited one by one.
 */
export function scannerOf(person: SignedIn | undefined, actor: Actor | undefined, teamId: string): Scanner {
  if (!person) return 'new';
  const standing = actor?.project ?? null;
  if (standing?.teams.includes(teamId)) return 'in';
  if (isTemporary(person)) return 'elsewhere';
  if (standing?.role === 'viewer') return 'outsider';
  return standing !== null || person.workspaceRole !== null ? 'colleague' : 'outsider';
}

/** What somebody without an account says of themselves. */
export interface Newcomer {
  name?: string;
  /** Has read what they may do, and until when. */
  told?: boolean;
  locale?: Locale;
}

/** Throws 400 at what is missing. */
export function requireNewcomer({ name, told, locale = 'zh-TW' }: Newcomer): { name: string; locale: Locale } {
  const wrong: FieldProblem[] = [];
  if (!name) wrong.push({ pointer: '/name', zh: '請填寫姓名。', en: 'Give your name.' });
  if (told !== true) wrong.push({ pointer: '/told', zh: '請先看過並勾選。', en: 'Read it and tick it first.' });
  if (name && wrong.length === 0) return { name, locale };
  throw badRequest('validation', { zh: '還差一步。', en: 'One thing is missing.' }, wrong);
}

const REFUSALS: Record<Exclude<CodeState, 'open'>, { type: string; text: Bilingual }> = {
  full: {
    type: 'join-code-full',
    text: {
      zh: '用這個 QR code 加入的人數已滿。請現場負責人再出示一個新的 QR code。',
      en: 'As many people as this code allows have joined by it. Ask whoever is in charge for a new one.',
    },
  },
  expired: {
    type: 'join-code-expired',
    text: {
      zh: '這個 QR code 已過期。請現場負責人再出示一個新的 QR code。',
      en: 'This code has run out. Ask whoever is in charge for a new one.',
    },
  },
  ended: {
    type: 'join-code-ended',
    text: {
      zh: '這個 QR code 已被停用。請現場負責人再出示一個新的 QR code。',
      en: 'This code has been ended. Ask whoever is in charge for a new one.',
    },
  },
  over: {
    type: 'join-code-over',
    text: { zh: '活動已經結束，不能再加入了。', en: 'The event is over: nobody can join it any more.' },
  },
};
