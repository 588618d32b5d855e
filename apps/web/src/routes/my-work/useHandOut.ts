import { useState } from 'react';
import { api } from '../../api/client';
import type { HandOutPerson, HandOutTeam } from '../../api/types';
import { notify } from '../../app/notify';
import { useI18n } from '../../i18n';
import { backTo } from './hand-out.rules';

type Row = HandOutTeam['items'][number];

/** Who was just given what; those rows can be taken back. */
interface Handed {
  person: HandOutPerson;
  rows: readonly Row[];
}

export function useHandOut({ project, items }: HandOutTeam) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [handed, setHanded] = useState<Handed | null>(null);
  const assign = api.useMutation('post', '/api/projects/{id}/assignments');
  const ask = (ids: string[], assigneeId: string | null) =>
    assign.mutateAsync({
      params: { path: { id: project.id } },
      body: { select: { workItemIds: ids }, set: { assigneeId } },
    });
  // What somebody else has finished meanwhile is chosen no more.
  const rows = items.filter(({ id }) => chosen.has(id));
  return {
    ...{ rows, handed, busy: assign.isPending },
    isChosen: ({ id }: Row) => chosen.has(id),
    choose: ({ id }: Row, on: boolean) =>
      setChosen((now) => new Set(on ? [...now, id] : [...now].filter((one) => one !== id))),
    chooseOnly: (some: readonly Row[]) => setChosen(new Set(some.map(({ id }) => id))),
    give: async (person: HandOutPerson) => {
      await ask(
        rows.map(({ id }) => id),
        person.id,
      );
      setHanded({ person, rows });
      setChosen(new Set());
    },
    takeBack: async ({ rows: before }: Handed) => {
      try {
        for (const { assigneeId, ids } of backTo(before)) await ask(ids, assigneeId);
      } catch {
        return; // Said in passing; what is where is fetched again, and it can be tried once more.
      }
      setHanded(null);
      notify.success(t('work.handOutUndone'));
    },
  };
}
