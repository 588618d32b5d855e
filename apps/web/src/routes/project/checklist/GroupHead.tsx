import DownOutlined from '@ant-design/icons/es/icons/DownOutlined';
import { useId, type ReactNode } from 'react';
import { Tick } from '../../../components/Tick';
import { useI18n } from '../../../i18n';
import { behindIn, type Group } from './groups';
import { mayBeChosen } from './mayBeChosen';
import type { Selection } from './useSelection';

interface Props {
  group: Group;
  name: string;
  /** The line of its head. */
  index: number;
  measure: (head: HTMLElement | null) => void;
  selection: Selection | null;
  /** A group that is all behind us starts folded, so that what is left comes first. */
  folds: boolean;
  open: boolean;
  onFold: () => void;
  /** Room (px) of the rows below that aren't drawn. */
  below: number;
  children: ReactNode;
}

function ChooseAll({ group, name, selection }: Pick<Props, 'group' | 'name'> & { selection: Selection }) {
  const { t } = useI18n();
  const ids = group.rows.filter(mayBeChosen).map((row) => row.id);
  const chosen = ids.filter(selection.has).length;
  return (
    <Tick
      aria-label={t('list.selectAll', { name })}
      checked={chosen > 0 && chosen === ids.length}
      disabled={ids.length === 0}
      some={chosen > 0 && chosen < ids.length}
      onChange={(on) => selection.toggle(ids, on)}
    />
  );
}

export function GroupHead(props: Props) {
  const { group, name, index, measure, selection, folds, open, onFold, below, children } = props;
  const { t } = useI18n();
  const listId = useId();
  return (
    <section className="checklist-group" aria-label={name}>
      <header ref={measure} data-index={index}>
        {selection && <ChooseAll {...{ group, name, selection }} />}
        <h2>
          {folds ? (
            <button type="button" className="fold" aria-expanded={open} aria-controls={listId} onClick={onFold}>
              {name}
              <DownOutlined aria-hidden rotate={open ? 180 : 0} />
            </button>
          ) : (
            name
          )}
        </h2>
        <span className="muted">{t('progress.workItems', { done: behindIn(group), total: group.rows.length })}</span>
      </header>
      <ul id={listId} hidden={!open} style={{ paddingBottom: below }}>
        {children}
      </ul>
    </section>
  );
}
