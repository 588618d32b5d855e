import { useI18n } from '../../i18n';
import type { Erratum } from './reading';

interface Props {
  of: readonly Erratum[];
  /** The words of the row, which need not stand there again unless they are read otherwise. */
  words?: string;
}

/** What is odd in the source at a row: what is printed, how it is read, and why. */
export function Errata({ of, words }: Props) {
  const { t, pick } = useI18n();
  if (of.length === 0) return null;
  return (
    <ul className="errata" aria-label={t('standard.errata')}>
      {of.map(({ at, kind, printed, reading, why }) => {
        const other = reading === printed ? null : reading;
        const shown = printed === words && other === null ? null : printed;
        return (
          <li key={`${at} ${kind}`}>
            <b>{t('standard.erratum')}</b>
            {shown !== null && <del>{t('standard.printed', { text: shown })}</del>}
            {other !== null && <ins>{t('standard.reading', { text: other })}</ins>}
            <span>{pick(why.zh, why.en)}</span>
          </li>
        );
      })}
    </ul>
  );
}
