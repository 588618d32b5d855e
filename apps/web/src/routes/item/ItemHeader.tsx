import type { ReactNode } from 'react';
import type { WorkItem } from '../../api/types';
import { DueDay } from '../../components/DueDay';
import { PageHeader } from '../../components/PageHeader';
import { workflowName } from '../../format/workflows';
import { useI18n } from '../../i18n';

/** `back`: the list that the item stands in. */
export function ItemHeader({ item, back }: { item: WorkItem; back: ReactNode }) {
  const { t, pick } = useI18n();
  const workflow = workflowName(item.workflow);
  return (
    <PageHeader
      back={back}
      name={pick(item.title, item.titleEn)}
      title={
        <>
          {item.code && <span className="code">{item.code}</span>}
          {pick(item.title, item.titleEn)}
        </>
      }
      lead={
        <ul className="facts">
          <li>{t(`stage.${item.stage}`)}</li>
          {workflow && <li>{workflow}</li>}
          {item.source === 'own' && <li>{t('item.ownText')}</li>}
          <li className="item-narrow">
            {t('word.dueDay')} <DueDay day={item.dueDay} time={item.dueTime} overdue={item.overdue} />
          </li>
          <li className="item-narrow">{item.assignee?.name ?? t('list.unassigned')}</li>
        </ul>
      }
    />
  );
}
