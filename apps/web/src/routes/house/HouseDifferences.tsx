import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../api/client';
import type { HouseTemplate } from '../../api/types';
import { Choices } from '../../components/Choices';
import { LoadState } from '../../components/LoadState';
import { Panel } from '../../components/Panel';
import { useI18n } from '../../i18n';
import { Differences } from './Differences';
import { useEditHouse } from './useHouse';

/** How the draft differs from its standards, its last version and what it was copied from. */
export function HouseDifferences({ house }: { house: HouseTemplate }) {
  const { t } = useI18n();
  const all = [
    'standards' as const,
    ...(house.publishedVersion === null ? [] : ['last-version' as const]),
    ...(house.basedOn.from === 'template' ? ['base' as const] : []),
  ];
  const [from, setFrom] = useState(all.at(-1)!);
  const query = api.useQuery('get', '/api/house-templates/{id}/differences', {
    params: { path: { id: house.id }, query: { from } },
  });
  const { tap, busy } = useEditHouse(house);
  const items = query.data?.items;
  return (
    <Panel title={t('house.view.differences')} count={items?.length}>
      <Choices
        legend={t('house.differences.from')}
        value={from}
        choices={all.map((value) => ({ value, label: t(`house.differences.${value}`) }))}
        onChange={setFrom}
      />
      {!items && <LoadState query={query} />}
      {items?.length === 0 && <p className="muted">{t('house.differences.none')}</p>}
      {items && (
        <Differences
          differences={items}
          anchors={house.draft.anchors}
          beside={({ kind, what, place }) =>
            from === 'standards' && kind === 'item' && what === 'left-out' ? (
              <Button disabled={busy} onClick={() => tap({ putBack: place })}>
                {t('house.differences.putBack')}
              </Button>
            ) : null
          }
        />
      )}
    </Panel>
  );
}
