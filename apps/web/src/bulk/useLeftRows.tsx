import type { LeftRow } from '../api/types';
import { question } from '../app/question';
import { useI18n } from '../i18n';
import '../styles/bulk.css';

/** Names the rows that a change of many, or its undo, left as they are, each with the reason. */
export function useLeftRows() {
  const { t, pick } = useI18n();
  return (left: readonly LeftRow[]) => {
    if (left.length === 0) return;
    void question.ask({
      title: t('bulk.leftTitle', { count: left.length }),
      okText: t('common.close'),
      content: (
        <ul className="bulk-left">
          {left.map(({ id, title, titleEn, why }) => (
            <li key={id}>
              <b>{pick(title, titleEn)}</b>
              {pick(why.zh, why.en)}
            </li>
          ))}
        </ul>
      ),
    });
  };
}
