import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useI18n } from '../i18n';
import { isLasting } from './device';
import { dismiss } from './outbox';
import type { Entry } from './outbox.rules';
import { useOutbox } from './useWaiting';

type Words = 'ticked' | 'open' | 'submit' | 'status';
const doneBy = ({ change }: Entry): Words => (change.kind === 'check' ? change.to : change.kind);

/** How the thing stands now, in the words of the rest of the app. */
function Present({ entry }: { entry: Entry }) {
  const { t } = useI18n();
  const now = entry.refusal?.now;
  if (!now) return null;
  const of = { check: 'check.state', submit: 'deliverable.status', status: 'status' }[entry.change.kind];
  const state = t(`${of}.${now.state}` as 'status.done');
  return <> {now.by ? t('offline.nowBy', { state, name: now.by }) : t('offline.now', { state })}</>;
}

function Refused({ entry }: { entry: Entry }) {
  const { t, locale, pick } = useI18n();
  const { projectId, itemId, refusal, title } = entry;
  const link = { to: '/projects/$projectId/items/$itemId', params: { projectId, itemId } } as const;
  const name = pick(title.zh, title.en);
  return (
    <li className="outbox-refused">
      <p>
        <b>{t(`offline.notDone.${doneBy(entry)}`, { title: name })}</b> {locale === 'en' ? refusal?.en : refusal?.zh}
        <Present entry={entry} />
      </p>
      <NoteLost entry={entry} />
      <div className="outbox-actions">
        <Link {...link} className="outbox-look">
          {t('offline.look')}
        </Link>
        <button type="button" className="link-button" onClick={() => void dismiss(entry.id)}>
          {t('offline.understood')}
        </button>
      </div>
    </li>
  );
}

/** What was written is given back: it may be wanted elsewhere. */
function NoteLost({ entry: { change } }: { entry: Entry }) {
  const { t } = useI18n();
  if (change.kind !== 'submit') return null;
  const written = [change.link, change.note].filter(Boolean).join('\n');
  return written ? <p className="outbox-written">{t('offline.written', { text: written })}</p> : null;
}

/** What this device could not do in its user's name, in words, until they have read it. */
export function OutboxBar() {
  const { t } = useI18n();
  const entries = useOutbox();
  const [lasting, setLasting] = useState(true);
  useEffect(() => void isLasting().then(setLasting), []);
  const refused = entries.filter(({ refusal }) => refusal !== null);
  return (
    <div role="alert">
      {refused.length > 0 && (
        <ul className="outbox">
          {refused.map((entry) => (
            <Refused key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {!lasting && entries.length > refused.length && <p className="offline-bar">{t('offline.notLasting')}</p>}
    </div>
  );
}
