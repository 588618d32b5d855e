import { switchLanguage, useI18n } from '../i18n';

/** Names the other language in that language, so that it can be found from either. */
export function LanguageSwitch() {
  const { t, locale } = useI18n();
  const other = locale === 'en' ? 'zh-TW' : 'en';
  return (
    <button type="button" className="link-button" lang={other} onClick={() => void switchLanguage(other)}>
      {t('app.otherLanguage')}
    </button>
  );
}
