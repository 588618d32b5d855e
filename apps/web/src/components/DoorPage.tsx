import type { ReactNode } from 'react';
import { useI18n } from '../i18n';
import { LanguageSwitch } from './LanguageSwitch';

/** The frame of the pages before the sign-in. */
export function DoorPage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const { t } = useI18n();
  return (
    <main className="door">
      <div className="door-brand">
        <img src="/icon.svg" alt="" width="36" height="36" />
        <span>
          Convener<small>{t('app.tagline')}</small>
        </span>
        <LanguageSwitch />
      </div>
      <section className="door-card">
        <h1>{title}</h1>
        {lead && <p className="page-lead">{lead}</p>}
        {children}
      </section>
    </main>
  );
}
