import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-tw';

export type Locale = 'zh-TW' | 'en';
type Catalogue = typeof import('./zh-TW.json');
type LateCatalogue = typeof import('./late/zh-TW.json');

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Catalogue & LateCatalogue };
  }
}

const STORED = 'convener.locale';
const catalogues: Record<Locale, () => Promise<{ default: Catalogue }>> = {
  'zh-TW': () => import('./zh-TW.json'),
  en: () => import('./en.json'),
};

const lateCatalogues: Record<Locale, () => Promise<{ default: LateCatalogue }>> = {
  'zh-TW': () => import('./late/zh-TW.json'),
  en: () => import('./late/en.json'),
};
let lateWanted = false;

export const i18n = i18next;
export const locale = (): Locale => (i18next.language === 'en' ? 'en' : 'zh-TW');

/** What was chosen on this machine, else zh-TW: the first language of the product's users. */
export function storedLocale(): Locale {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-TW';
}

export async function startI18n() {
  const lng = storedLocale();
  const { default: translation } = await catalogues[lng]();
  await i18next
    .use(initReactI18next)
    .init({ lng, resources: { [lng]: { translation } }, interpolation: { escapeValue: false }, returnNull: false });
  settle(lng);
}

/**
 * The texts of pages that few first visits open. Their routes load them before they show: a text more in the main
 * catalogue is paid for by every phone that comes for the first time.
 */
export async function lateTexts(): Promise<void> {
  lateWanted = true;
  await addLate(locale());
}

async function addLate(lng: Locale): Promise<void> {
  i18next.addResourceBundle(lng, 'translation', (await lateCatalogues[lng]()).default, true);
}

/** Shows the app in the language and remembers it on this machine. */
export async function switchLanguage(next: Locale) {
  if (!i18next.hasResourceBundle(next, 'translation')) {
    i18next.addResourceBundle(next, 'translation', (await catalogues[next]()).default);
  }
  if (lateWanted) await addLate(next);
  await i18next.changeLanguage(next);
  localStorage.setItem(STORED, next);
  settle(next);
}

function settle(lng: Locale) {
  document.documentElement.lang = lng;
  document.title = i18next.t('app.name');
  dayjs.locale(lng === 'en' ? 'en' : 'zh-tw');
}

/** The translator, the language, and a chooser for texts that come in both. */
export function useI18n() {
  const { t, i18n: current } = useTranslation();
  const lng: Locale = current.language === 'en' ? 'en' : 'zh-TW';
  const pick = (zh: string, en: string | null | undefined) => (lng === 'en' && en ? en : zh);
  return { t, locale: lng, pick };
}
