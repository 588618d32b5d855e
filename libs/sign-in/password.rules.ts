import type { Bilingual } from '@convener/kernel';

/** Whose password it shall be. */
export interface PasswordOwner {
  name: string;
  email: string | null;
}

/** Words of the product that a guesser tries first, here above all. */
const PRODUCT = ['convener', '會展專案工作台', 'admin', 'administrator', 'password', '密碼'];

const COMMON: Bilingual = {
  zh: '這個密碼太常見，別人很快就猜得到。請換一個，例如一句只有您想得到的話。',
  en: 'This password is too common and soon guessed. Choose another, such as a phrase that only you would think of.',
};
const OWN: Bilingual = {
  zh: '密碼不能只是姓名、電子郵件或系統名稱加上數字。請換一句只有您想得到的話。',
  en: 'A name, an e-mail address or the name of this system with some digits is soon guessed. Choose a phrase that only you would think of.',
};

/**
 * What is wrong with a password that somebody is about to set; null where nothing is. Compared without case.
 * `isCommon` knows lower-case passwords from lists of leaked ones. Length is checked at the door.
 */
export function passwordProblem(
  password: string,
  { name, email }: PasswordOwner,
  isCommon: (folded: string) => boolean,
): Bilingual | null {
  const folded = fold(password);
  if (isCommon(folded) || new Set(folded).size < 3) return COMMON;
  const own = [...PRODUCT, name, email ?? '', email?.split('@')[0] ?? ''].map(core).filter((word) => word !== '');
  return own.includes(core(password)) ? OWN : null;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** What is left of a word without spaces, and without the digits and signs around it: `Convener-2027!` is convener. */
function core(text: string): string {
  return fold(text)
    .replace(/\s+/g, '')
    .replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}
