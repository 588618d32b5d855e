import { useState } from 'react';
import { api } from '../../api/client';
import { ifMatch } from '../../api/edit';
import type { MyWork } from '../../api/types';
import { notify } from '../../app/notify';
import { useI18n } from '../../i18n';

/** What was claimed here can be put back into the pool with one tap, until the page is left. */
export function useClaims() {
  const { t } = useI18n();
  const [claimed, setClaimed] = useState<ReadonlySet<string>>(new Set());
  const edit = api.useMutation('patch', '/api/work-items/{id}');
  return {
    isClaimed: ({ id }: MyWork) => claimed.has(id),
    noted: (id: string) => setClaimed((now) => new Set([...now, id])),
    giveBack: (row: MyWork) =>
      edit.mutate(
        { params: { path: { id: row.id }, header: ifMatch(row) }, body: { assigneeId: null } },
        {
          onSuccess: () => {
            setClaimed((now) => new Set([...now].filter((id) => id !== row.id)));
            notify.success(t('work.claimedUndone'));
          },
        },
      ),
  };
}

export type Claims = ReturnType<typeof useClaims>;

/** Beside work that was claimed a moment ago. */
export function GiveBack({ row, claims }: { row: MyWork; claims: Claims }) {
  const { t } = useI18n();
  return (
    <span className="work-claimed">
      <span className="tag">{t('item.claimed')}</span>
      <button type="button" className="work-do" onClick={() => claims.giveBack(row)}>
        {t('work.giveBack')}
      </button>
    </span>
  );
}
