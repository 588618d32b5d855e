import Checkbox from 'antd/es/checkbox';
import { Link } from '@tanstack/react-router';
import type { CellItem } from '../../../api/types';
import { DueDay } from '../../../components/DueDay';
import { StatusMark } from '../../../components/StatusMark';
import { useI18n } from '../../../i18n';

export interface Chosen {
  ids: ReadonlySet<string>;
  choose: (ids: readonly string[], on: boolean) => void;
}

interface Props {
  projectId: string;
  items: readonly CellItem[];
  /** Null for those who may not hand them out. */
  chosen: Chosen | null;
}

function Row({ item, projectId, chosen }: { item: CellItem; projectId: string; chosen: Chosen | null }) {
  const { t, pick } = useI18n();
  const title = pick(item.title, item.titleEn);
  return (
    <li className="board-item">
      {chosen && (
        <Checkbox
          aria-label={t('board.choose', { title })}
          checked={chosen.ids.has(item.id)}
          onChange={(event) => chosen.choose([item.id], event.target.checked)}
        />
      )}
      <div className="row-link">
        <Link
          to="/projects/$projectId/items/$itemId"
          params={{ projectId, itemId: item.id }}
          className="cover line-title"
        >
          {item.code && <span className="code">{item.code}</span>}
          {title}
        </Link>
        <p className="board-item-facts">
          <StatusMark status={item.status} />
          <DueDay day={item.dueDay} time={item.dueTime} overdue={item.overdue} />
          <span>{item.assignee?.name ?? t('list.unassigned')}</span>
          {item.level !== null && <span>{t('board.level', { level: item.level })}</span>}
        </p>
      </div>
    </li>
  );
}

/** The open work of a cell; whoever may hand it out can choose some of it. */
export function CellItems({ projectId, items, chosen }: Props) {
  const { t } = useI18n();
  const all = items.map(({ id }) => id);
  const some = all.filter((id) => chosen?.ids.has(id)).length;
  return (
    <section aria-label={t('board.items', { count: items.length })}>
      <header className="board-items-head">
        <h3>{t('board.items', { count: items.length })}</h3>
        {chosen && (
          <Checkbox
            checked={some === all.length}
            indeterminate={some > 0 && some < all.length}
            onChange={(event) => chosen.choose(all, event.target.checked)}
          >
            {t('board.chooseAll')}
          </Checkbox>
        )}
      </header>
      <ul className="board-items">
        {items.map((item) => (
          <Row key={item.id} item={item} projectId={projectId} chosen={chosen} />
        ))}
      </ul>
    </section>
  );
}
