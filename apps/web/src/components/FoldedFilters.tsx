import Button from 'antd/es/button';
import { useState, type ReactNode } from 'react';
import { useIsPhone } from '../app/useIsPhone';
import { useI18n } from '../i18n';

/** On a phone the filters stay folded, so that the list itself is what one sees first. */
export function FoldedFilters({ count, children }: { count: number; children: ReactNode }) {
  const { t } = useI18n();
  const phone = useIsPhone();
  const [open, setOpen] = useState(false);
  if (!phone) return children;
  return (
    <>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {count > 0 ? t('list.filtersOn', { count }) : t('list.filters')}
      </Button>
      {open && <div className="filters-folded">{children}</div>}
    </>
  );
}
