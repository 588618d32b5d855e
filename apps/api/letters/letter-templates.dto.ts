import { badRequest } from '@convener/kernel';
import { LETTER_KINDS, type LetterKind } from '@convener/letters';
import { ApiProperty } from '@nestjs/swagger';
import { PersonRef } from '../projects/work.dto';

/** What stands in the form beside the file. */
export const LETTER_FIELDS = ['kind', 'name'] as const;
const LONGEST_NAME = 80;

export class LetterTemplate {
  id!: string;
  @ApiProperty({ enum: LETTER_KINDS })
  kind!: LetterKind;
  name!: string;
  fileName!: string;
  bytes!: number;
  sha256!: string;
  /** As they are written in its text, and in its headers and footers. */
  fields!: string[];
  outerFields!: string[];
  addedBy!: PersonRef;
  addedAt!: number;
  mayRemove!: boolean;
}

export class LetterTemplateList {
  items!: LetterTemplate[];
}

/** Throws 400 naming what is wrong. */
export function letterFields({ kind, name = '' }: Record<string, string>): { kind: LetterKind; name: string } {
  const known = LETTER_KINDS.find((one) => one === kind);
  const clean = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  const fits = clean !== '' && [...clean].length <= LONGEST_NAME && !/[\p{Cc}\p{Cs}]/u.test(clean);
  const problems = [...(known ? [] : [NO_KIND]), ...(fits ? [] : [NO_NAME])];
  if (!known || !fits)
    throw badRequest('validation', { zh: '有欄位需要修正。', en: 'Some fields need correcting.' }, problems);
  return { kind: known, name: clean };
}

const NO_KIND = {
  pointer: '/kind',
  zh: `請選擇用途：${LETTER_KINDS.join('、')}。`,
  en: `Say what it is for: ${LETTER_KINDS.join(', ')}.`,
};
const NO_NAME = {
  pointer: '/name',
  zh: `請填寫名稱，最多 ${LONGEST_NAME} 個字。`,
  en: `Give it a name of at most ${LONGEST_NAME} characters.`,
};
