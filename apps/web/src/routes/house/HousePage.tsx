import Button from 'antd/es/button';
import Popconfirm from 'antd/es/popconfirm';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client';
import { ifMatch } from '../../api/edit';
import type { HouseTemplate } from '../../api/types';
import { notify } from '../../app/notify';
import { Choices } from '../../components/Choices';
import { CountsLine } from '../../components/CountsLine';
import { lateSection } from '../../components/late/lateSection';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { HouseDifferences } from './HouseDifferences';
import { HousePlan } from './HousePlan';
import { HouseMarks } from './HouseSection';
import { HouseSetup } from './HouseSetup';
import { showHouse, useHouse } from './useHouse';
import '../../styles/start.css';
import '../../styles/house.css';

const route = getRouteApi('/inside/house-templates/$id');
const HouseLessons = lateSection(() => import('../lessons/HouseLessons').then((part) => part.HouseLessons));
const VIEWS = ['plan', 'setup', 'differences', 'lessons'] as const;
type View = (typeof VIEWS)[number];

export function HousePage() {
  const { t, pick } = useI18n();
  const { id } = route.useParams();
  const [view, setView] = useState<View>('plan');
  const query = useHouse(id);
  const house = query.data;
  if (!house) {
    return (
      <main className="page">
        <LoadState query={query} level={1} />
      </main>
    );
  }
  return (
    <main className="page">
      <PageHeader
        back={<Link to="/templates">{t('nav.templates')}</Link>}
        title={pick(house.name, house.nameEn)}
        lead={t('house.copyOf', { name: house.basedOn.name })}
        actions={<Actions house={house} />}
      />
      <div className="facts-line">
        <HouseMarks house={house} />
        <CountsLine counts={house.counts} />
      </div>
      {house.status === 'retired' && <p className="note">{t('house.retiredText')}</p>}
      <Choices
        legend={t('house.view.legend')}
        hideLegend
        value={view}
        choices={VIEWS.map((value) => ({ value, label: t(`house.view.${value}`) }))}
        onChange={setView}
      />
      {view === 'plan' && <HousePlan house={house} />}
      {view === 'setup' && <HouseSetup key={house.version} house={house} />}
      {view === 'differences' && <HouseDifferences house={house} />}
      {view === 'lessons' && <HouseLessons id={house.id} />}
    </main>
  );
}

function Actions({ house }: { house: HouseTemplate }) {
  const { t } = useI18n();
  const params = { path: { id: house.id } };
  const next = (house.publishedVersion ?? 0) + 1;
  const publish = api.useMutation('post', '/api/house-templates/{id}/publish', {
    onSuccess: (after) => {
      showHouse(after);
      notify.success(t('house.published', { version: after.publishedVersion ?? next }));
    },
  });
  const retire = api.useMutation('post', '/api/house-templates/{id}/retire', { onSuccess: showHouse });
  const unretire = api.useMutation('post', '/api/house-templates/{id}/unretire', { onSuccess: showHouse });
  if (house.status === 'retired')
    return (
      <Button loading={unretire.isPending} onClick={() => unretire.mutate({ params })}>
        {t('house.unretire')}
      </Button>
    );
  return (
    <div className="house-add">
      <Button loading={retire.isPending} onClick={() => retire.mutate({ params })}>
        {t('house.retire')}
      </Button>
      <Popconfirm
        title={t('house.publish', { version: next })}
        description={t('house.publishHint')}
        okText={t('house.publish', { version: next })}
        cancelText={t('common.cancel')}
        onConfirm={() => publish.mutate({ params: { ...params, header: ifMatch(house) } })}
      >
        <Button type="primary" disabled={!house.unpublished} loading={publish.isPending}>
          {t('house.publish', { version: next })}
        </Button>
      </Popconfirm>
    </div>
  );
}
