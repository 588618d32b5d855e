import Button from 'antd/es/button';
import type { HouseTemplate } from '../../api/types';
import { Panel } from '../../components/Panel';
import { useI18n } from '../../i18n';

type Draft = HouseTemplate['draft'];
interface Props {
  lists: Draft['lists'];
  teams: Draft['teams'];
  onChange: (lists: Draft['lists']) => void;
}

/** The lists that projects start with: kept from a project, and taken out here. */
export function HouseLists({ lists, teams, onChange }: Props) {
  const { t } = useI18n();
  return (
    <Panel title={t('house.setup.lists')} count={lists.length}>
      {lists.length === 0 && <p className="muted">{t('house.setup.noLists')}</p>}
      {lists.map((list) => (
        <div key={list.name} className="house-part">
          <HouseList list={list} teams={teams} />
          <div>
            <Button
              aria-label={t('house.removeAsk', { title: list.name })}
              onClick={() => onChange(lists.filter((other) => other !== list))}
            >
              {t('house.remove')}
            </Button>
          </div>
        </div>
      ))}
    </Panel>
  );
}

function HouseList({ list, teams }: { list: Draft['lists'][number]; teams: Draft['teams'] }) {
  const { t, pick } = useI18n();
  const team = teams.find(({ key }) => key === list.team);
  const words = (columns: typeof list.columns) =>
    columns.map(({ name, nameEn }) => pick(name, nameEn)).join(t('common.comma'));
  const asText = list.columns.filter((column) => column.asText);
  return (
    <div>
      <strong>{pick(list.name, list.nameEn)}</strong>{' '}
      {team && <span className="tag">{pick(team.name, team.nameEn)}</span>}
      <p className="field-hint">{words(list.columns)}</p>
      {asText.length > 0 && <p className="note">{t('house.setup.asText', { names: words(asText) })}</p>}
    </div>
  );
}
