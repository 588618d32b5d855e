import type { Standard } from '../../api/types';
import { Fact } from '../../components/Fact';
import { useI18n } from '../../i18n';
import { StandardLink } from './StandardLink';

const named = (one: { name: string | null; code: string | null } | undefined) =>
  [one?.name, one?.code].filter(Boolean).join(' ');

export function StandardFacts({ standard }: { standard: Standard }) {
  const { t } = useI18n();
  const { code, level, counts, category, supersedes, supersededBy } = standard;
  const categories = [
    ['occupationCategory', named(category?.occupationCategory)],
    ['occupation', named(category?.occupation)],
    ['industry', named(category?.industry)],
  ] as const;
  return (
    <dl className="fact-list standard-facts">
      <Fact term={t('standard.code')}>{code ?? t('standard.noCode')}</Fact>
      <Fact term={t('standard.levelWord')}>{level}</Fact>
      <Fact term={t('standard.size')}>{t('standard.counts', counts)}</Fact>
      {categories.map(
        ([key, text]) =>
          text && (
            <Fact key={key} term={t(`standard.${key}`)}>
              {text}
            </Fact>
          ),
      )}
      {supersededBy && (
        <Fact term={t('standard.supersededBy')}>
          <StandardLink slug={supersededBy} />
        </Fact>
      )}
      {supersedes && (
        <Fact term={t('standard.supersedes')}>
          <StandardLink slug={supersedes} />
        </Fact>
      )}
    </dl>
  );
}
