import { Link } from '@tanstack/react-router';
import { api } from '../../api/client';
import type { HouseSummary } from '../../api/types';
import { CountsLine } from '../../components/CountsLine';
import { formatInstant } from '../../format/dates';
import { useI18n } from '../../i18n';
import { CopyTemplate } from './CopyTemplate';
import '../../styles/house.css';

export function HouseMarks({ house }: { house: HouseSummary }) {
  const { t } = useI18n();
  const { status, publishedVersion, unpublished } = house;
  return (
    <span className="tags">
      <span className={status === 'retired' ? 'tag tag-soon' : 'tag'}>{t(`house.status.${status}`)}</span>
      {publishedVersion !== null && <span className="tag">{t('house.version', { version: publishedVersion })}</span>}
      {publishedVersion !== null && unpublished && <span className="tag tag-soon">{t('house.unpublished')}</span>}
    </span>
  );
}

function Card({ house }: { house: HouseSummary }) {
  const { t, pick } = useI18n();
  return (
    <li className="template-card row-link">
      <h3>
        <Link to="/house-templates/$id" params={{ id: house.id }} className="cover">
          {pick(house.name, house.nameEn)}
        </Link>
      </h3>
      <HouseMarks house={house} />
      <p className="muted">{t('house.copyOf', { name: house.basedOn.name })}</p>
      <CountsLine counts={house.counts} />
      <p className="muted">{t('house.changed', { name: house.changedBy.name, at: formatInstant(house.changedAt) })}</p>
    </li>
  );
}

/** The templates of the house with their drafts, for those who may edit them. */
export function HouseSection() {
  const { t } = useI18n();
  const query = api.useQuery('get', '/api/house-templates');
  const houses = query.data?.items ?? [];
  return (
    <section className="template-group">
      <div className="house-head">
        <h2>{t('house.title')}</h2>
        <CopyTemplate />
      </div>
      <p className="field-hint">{t('house.lead')}</p>
      {query.data && houses.length === 0 && <p className="muted">{t('house.none')}</p>}
      <ul className="template-cards">
        {houses.map((house) => (
          <Card key={house.id} house={house} />
        ))}
      </ul>
    </section>
  );
}
