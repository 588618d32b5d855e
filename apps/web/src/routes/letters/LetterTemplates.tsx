import Button from 'antd/es/button';
import Popconfirm from 'antd/es/popconfirm';
import { useState } from 'react';
import { api } from '../../api/client';
import type { LetterTemplate } from '../../api/types';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import { AddLetterTemplate } from './AddLetterTemplate';
import { fieldMarks } from './letterFields';
import '../../styles/house.css';

/** The house's own Word documents, of which certificates and letters are merged. */
export function LetterTemplates() {
  const { t } = useI18n();
  const [adding, setAdding] = useState(false);
  const query = api.useQuery('get', '/api/letter-templates');
  const items = query.data?.items ?? [];
  const examples = fieldMarks(t('letters.examples').split(/[、,]\s*/), t('common.comma'));
  return (
    <section className="template-group">
      <div className="house-head">
        <h2>{t('letters.title')}</h2>
        <Button onClick={() => setAdding(true)}>{t('letters.add')}</Button>
      </div>
      <p className="field-hint">{t('letters.lead', { examples })}</p>
      {query.data && items.length === 0 && <p className="muted">{t('letters.none')}</p>}
      <ul className="lessons">
        {items.map((template) => (
          <Row key={template.id} template={template} />
        ))}
      </ul>
      {adding && <AddLetterTemplate onClose={() => setAdding(false)} />}
    </section>
  );
}

function Row({ template }: { template: LetterTemplate }) {
  const { t } = useI18n();
  const { id, kind, name, fields, outerFields, addedBy, addedAt, mayRemove } = template;
  const remove = api.useMutation('delete', '/api/letter-templates/{id}');
  const all = [...new Set([...fields, ...outerFields])];
  return (
    <li>
      <p className="lesson-text">
        <strong>{name}</strong> <span className="tag">{t(`letters.kindOf.${kind}`)}</span>
      </p>
      <p className="muted">{t('letters.fields', { fields: fieldMarks(all, t('common.comma')) })}</p>
      <p className="muted">{t('letters.added', { name: addedBy.name, at: formatInstant(addedAt) })}</p>
      <Button type="text" href={`/api/letter-templates/${id}/file`} aria-label={`${t('letters.download')} ${name}`}>
        {t('letters.download')}
      </Button>
      {mayRemove && (
        <Popconfirm
          title={t('letters.removeAsk', { name })}
          okText={t('letters.remove')}
          cancelText={t('common.cancel')}
          onConfirm={() => remove.mutate({ params: { path: { id } } })}
        >
          <Button type="text" danger loading={remove.isPending} aria-label={`${t('letters.remove')} ${name}`}>
            {t('letters.remove')}
          </Button>
        </Popconfirm>
      )}
    </li>
  );
}
