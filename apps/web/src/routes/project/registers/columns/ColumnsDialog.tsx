import Button from 'antd/es/button';
import { useRef } from 'react';
import type { Register } from '../../../../api/types';
import { FormModal } from '../../../../components/FormModal';
import { Tick } from '../../../../components/Tick';
import { useI18n } from '../../../../i18n';
import { type ColumnDraft, moved } from './columnDrafts';
import { ColumnLine } from './ColumnLine';
import { useColumns } from './useColumns';

/** Lines keep their own identity while they move: what is open stays open. */
function useIds(count: number) {
  const ids = useRef<number[]>([]);
  while (ids.current.length < count) ids.current.push(Math.max(-1, ...ids.current) + 1);
  return ids;
}

/** The columns of a list: added to, named anew, moved and removed. */
export function ColumnsDialog({ register, onClose }: { register: Register; onClose: () => void }) {
  const { t, pick } = useI18n();
  const form = useColumns(register, onClose);
  const { drafts, lost } = form;
  const ids = useIds(drafts.length);
  const set = (index: number, part: Partial<ColumnDraft>) =>
    form.change(drafts.map((one, at) => (at === index ? { ...one, ...part } : one)));
  const move = (index: number, by: 1 | -1) => {
    ids.current = moved(ids.current, index, by);
    form.change(moved(drafts, index, by));
  };
  const remove = (index: number) => {
    ids.current = ids.current.filter((_, at) => at !== index);
    form.change(drafts.filter((_, at) => at !== index));
  };
  return (
    <FormModal
      open
      title={t('register.columns.title')}
      confirm={t('common.save')}
      ready={form.ready}
      busy={form.busy}
      error={form.error}
      known={form.known}
      onSubmit={form.submit}
      onClose={onClose}
    >
      {lost.map(({ column, name, nameEn, cells }) => (
        <Tick key={column} checked={form.throwAway.includes(column)} onChange={(on) => form.toThrowAway(column, on)}>
          {t('register.columns.throwAway', { name: pick(name, nameEn), count: cells })}
        </Tick>
      ))}
      <ul className="column-lines">
        {drafts.map((draft, index) => (
          <ColumnLine
            key={ids.current[index]}
            {...{ register, draft }}
            number={index + 1}
            last={index === drafts.length - 1}
            error={form.errorOf(draft)}
            onChange={(part) => set(index, part)}
            onMove={(by) => move(index, by)}
            onRemove={() => remove(index)}
          />
        ))}
      </ul>
      <Button onClick={form.add}>{t('register.own.add')}</Button>
    </FormModal>
  );
}
