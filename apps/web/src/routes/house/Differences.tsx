import type { ReactNode } from 'react';
import type { TemplateDifference } from '../../api/types';
import { ruleInWords } from '../../format/rules';
import { i18n, useI18n } from '../../i18n';
import '../../styles/house.css';

const RULES = ['start', 'due'];
/** Where the words of a field's values stand in the catalogues. */
const WORDS: Partial<Record<string, string>> = {
  stage: 'stage',
  owner: 'role',
  preparer: 'role',
  accepter: 'role',
  evidence: 'deliverable.evidence',
  kind: 'deliverable.kind',
};
/** Said by a sign as well as by a colour. */
const SIGNS: Partial<Record<TemplateDifference['what'], string>> = { added: '＋', 'left-out': '－' };

interface Props<D extends TemplateDifference> {
  differences: readonly D[];
  anchors: readonly { key: string; name: string; nameEn: string }[];
  /** What stands beside a difference: a box to choose it, a button. */
  beside?: (difference: D) => ReactNode;
  /** What is said under it. */
  under?: (difference: D) => ReactNode;
}

/** What differs between two versions of a template: green added, red left out, amber changed, each said in words too. */
export function Differences<D extends TemplateDifference>({ differences, anchors, beside, under }: Props<D>) {
  const { t, pick } = useI18n();
  return (
    <ul className="differences">
      {differences.map((one) => (
        <li key={one.id} className={`difference difference-${one.what}`}>
          <div className="difference-head">
            <span className="difference-what">
              {SIGNS[one.what] ?? '△'} {t(`house.what.${one.what}`)}
            </span>
            <span className="difference-title">
              <span className="muted">{t(`house.kind.${one.kind}`)}</span> {pick(one.title, one.titleEn)}
            </span>
            {beside?.(one)}
          </div>
          {one.fields.map((field) => (
            <Changed key={field.field} field={field} anchors={anchors} />
          ))}
          {under?.(one)}
        </li>
      ))}
    </ul>
  );
}

type ChangedProps = Pick<Props<TemplateDifference>, 'anchors'> & { field: TemplateDifference['fields'][number] };

function Changed({ field, anchors }: ChangedProps) {
  const { t } = useI18n();
  const name = `house.field.${field.field}`;
  const words = (value: string | null) => {
    if (value === null || value === '') return t('house.empty');
    if (RULES.includes(field.field)) return ruleInWords(value, anchors);
    const path = `${WORDS[field.field]}.${value}`;
    return i18n.exists(path) ? t(path as 'stage.before') : value;
  };
  return (
    <p className="difference-field">
      {i18n.exists(name) && <span className="muted">{t(name as 'house.field.title')}</span>}
      <del>
        <span className="visually-hidden">{t('house.was')}</span> {words(field.before)}
      </del>
      <span aria-hidden="true">→</span>
      <ins>
        <span className="visually-hidden">{t('house.now')}</span> {words(field.after)}
      </ins>
    </p>
  );
}
