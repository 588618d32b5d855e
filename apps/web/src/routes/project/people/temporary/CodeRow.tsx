import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import { useState } from 'react';
import { api } from '../../../../api/client';
import type { JoinCode } from '../../../../api/types';
import { FormError } from '../../../../components/FormError';
import { formatInstant } from '../../../../format/dates';
import { useI18n } from '../../../../i18n';

interface Props {
  code: JoinCode;
  zone: string;
  /** Shows it again, where this page still knows its link. */
  show?: () => void;
}

/** Ends a code, alone or with everybody who has come by it. */
function EndCode({ code, what, onClose }: { code: JoinCode; what: string; onClose: () => void }) {
  const { t } = useI18n();
  const end = api.useMutation('post', '/api/join-codes/{id}/end', { meta: { quiet: true }, onSuccess: onClose });
  const send = (staff: boolean) => end.mutate({ params: { path: { id: code.id } }, body: { staff } });
  return (
    <Modal
      open
      title={t('temporary.endCodeOf', { what })}
      onCancel={onClose}
      footer={
        <>
          <Button loading={end.isPending} onClick={() => send(false)}>
            {t('temporary.endCodeOnly')}
          </Button>
          <Button danger loading={end.isPending} onClick={() => send(true)}>
            {t('temporary.endCodeAndStaff')}
          </Button>
        </>
      }
    >
      <FormError error={end.error} />
      <p>{t('temporary.endCodeAsk')}</p>
    </Modal>
  );
}

export function CodeRow({ code, zone, show }: Props) {
  const { t, pick } = useI18n();
  const [ending, setEnding] = useState(false);
  const at = (instant: number) => formatInstant(instant, zone);
  const { madeAt, madeBy, expiresAt, joined, most, state } = code;
  const team = pick(code.team.name, code.team.nameEn);
  const what = t('temporary.codeOf', { team, at: at(madeAt), name: madeBy.name });
  return (
    <li className="temporary-row">
      <strong>{what}</strong>
      <span className="tags">
        <span className={state === 'open' ? 'tag' : 'tag tag-soon'}>{t(`temporary.state.${state}`)}</span>
      </span>
      <ul className="facts">
        <li>{t('temporary.joined', { joined, most })}</li>
        {expiresAt !== null && <li>{t('temporary.until', { until: at(expiresAt) })}</li>}
      </ul>
      <span className="member-actions">
        {show && state === 'open' && (
          <Button size="small" onClick={show}>
            {t('temporary.show')}
          </Button>
        )}
        <Button size="small" danger aria-label={t('temporary.endCodeOf', { what })} onClick={() => setEnding(true)}>
          {t('temporary.endCode')}
        </Button>
      </span>
      {ending && <EndCode code={code} what={what} onClose={() => setEnding(false)} />}
    </li>
  );
}
