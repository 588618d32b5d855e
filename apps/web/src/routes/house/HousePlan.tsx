import Button from 'antd/es/button';
import Popconfirm from 'antd/es/popconfirm';
import { useState } from 'react';
import { type DraftItem, type HouseTemplate, STAGES } from '../../api/types';
import { Panel } from '../../components/Panel';
import { ruleInWords } from '../../format/rules';
import { workflowName } from '../../format/workflows';
import { useI18n } from '../../i18n';
import { HouseItemDrawer } from './HouseItemDrawer';
import { newItem, placeBehind } from './items';
import { useEditHouse } from './useHouse';

type Open = { item: DraftItem | null } | null;

/** The work items by stage, each to be changed, moved and removed. */
export function HousePlan({ house }: { house: HouseTemplate }) {
  const { t } = useI18n();
  const [open, setOpen] = useState<Open>(null);
  const { items } = house.draft;
  return (
    <>
      <p className="house-add">
        <Button onClick={() => setOpen({ item: null })}>{t('house.add')}</Button>
      </p>
      {STAGES.map((stage) => {
        const rows = items.filter((item) => item.stage === stage);
        if (rows.length === 0) return null;
        return (
          <Panel key={stage} title={t(`stage.${stage}`)} count={rows.length}>
            <ol className="plan-rows">
              {rows.map((item, index) => (
                <Row
                  key={item.place}
                  house={house}
                  item={item}
                  before={rows[index - 1]}
                  next={rows[index + 1]}
                  onEdit={() => setOpen({ item })}
                />
              ))}
            </ol>
          </Panel>
        );
      })}
      {open && (
        <HouseItemDrawer
          house={house}
          place={open.item?.place ?? null}
          initial={open.item ?? newItem(house.draft)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

interface RowProps {
  house: HouseTemplate;
  item: DraftItem;
  before?: DraftItem;
  next?: DraftItem;
  onEdit: () => void;
}

function Row({ house, item, before, next, onEdit }: RowProps) {
  const { t, pick } = useI18n();
  const { anchors, teams } = house.draft;
  const team = teams.find(({ key }) => key === item.team);
  const title = pick(item.title, item.titleEn);
  return (
    <li className="plan-row">
      <span className="rule">
        {ruleInWords(item.start, anchors)}
        {' → '}
        {ruleInWords(item.due, anchors)}
      </span>
      <div>
        <p>
          {item.code && <span className="code">{item.code}</span>}
          {title} {item.standard === null && <span className="tag">{t('house.ownRow')}</span>}
        </p>
        <p className="muted">
          {[
            team && pick(team.name, team.nameEn),
            workflowName(item.workflow),
            t('counts.deliverables', { count: item.deliverables.length }),
            t('counts.checks', { count: item.checks.length }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <RowActions house={house} item={item} before={before} next={next} onEdit={onEdit} />
      </div>
    </li>
  );
}

function RowActions({ house, item, before, next, onEdit }: RowProps) {
  const { t, pick } = useI18n();
  const { tap, busy } = useEditHouse(house);
  const { place } = item;
  const title = pick(item.title, item.titleEn);
  return (
    <p className="house-row-actions">
      <Button size="small" onClick={onEdit}>
        {t('house.edit')}
      </Button>
      <Button
        size="small"
        disabled={!before || busy}
        aria-label={`${t('house.up')}${t('common.colon')}${title}`}
        onClick={() => before && tap({ move: { place, behind: placeBehind(house.draft.items, before.place) } })}
      >
        ↑
      </Button>
      <Button
        size="small"
        disabled={!next || busy}
        aria-label={`${t('house.down')}${t('common.colon')}${title}`}
        onClick={() => next && tap({ move: { place, behind: next.place } })}
      >
        ↓
      </Button>
      <Popconfirm
        title={t('house.removeAsk', { title })}
        okText={t('house.remove')}
        cancelText={t('common.cancel')}
        onConfirm={() => tap({ remove: [place] })}
      >
        <Button size="small" disabled={busy}>
          {t('house.remove')}
        </Button>
      </Popconfirm>
    </p>
  );
}
