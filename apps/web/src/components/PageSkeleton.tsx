import { useI18n } from '../i18n';

export function PageSkeleton() {
  const { t } = useI18n();
  return (
    <div className="page skeleton" role="status" aria-label={t('common.loading')}>
      <i style={{ width: '38%', height: 28 }} />
      <i style={{ width: '62%' }} />
      {Array.from({ length: 6 }, (_, row) => (
        <i key={row} style={{ height: 44 }} />
      ))}
    </div>
  );
}
