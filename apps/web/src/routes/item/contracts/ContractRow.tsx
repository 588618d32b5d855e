import Button from 'antd/es/button';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import type { Contract } from '../../../api/types';
import { AskButton } from '../../../components/AskButton';
import { DaySpan } from '../../../components/DaySpan';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { EditContract } from './EditContract';

const LOOKS_LIKE = {
  drafted: 'to-do',
  sent: 'doing',
  signed: 'done',
  ended: 'not-applicable',
  dropped: 'not-applicable',
} as const;

function Facts({ contract }: { contract: Contract }) {
  const { t } = useI18n();
  const { amount, currency, sentOn, signedOn, startsOn, endsOn, note, reason } = contract;
  return (
    <>
      <ul className="facts">
        {amount !== null && <li className="contract-amount">{`${currency} ${amount.toLocaleString()}`}</li>}
        {sentOn && <li>{t('contract.on.sent', { day: formatDay(sentOn) })}</li>}
        {signedOn && <li>{t('contract.on.signed', { day: formatDay(signedOn) })}</li>}
        {(startsOn || endsOn) && (
          <li>
            {t('contract.holds')} <DaySpan from={startsOn} to={endsOn} />
          </li>
        )}
      </ul>
      {note && <p className="contract-note">{note}</p>}
      {reason && <p className="muted">{t('common.reasonIs', { reason })}</p>}
    </>
  );
}

function Steps({ contract }: { contract: Contract }) {
  const { t } = useI18n();
  const move = api.useMutation('post', '/api/contracts/{id}/state');
  // Its dialog says itself why something could not be done.
  const undo = api.useMutation('post', '/api/contracts/{id}/state', { meta: { quiet: true } });
  const params = { path: { id: contract.id }, header: ifMatch(contract) };
  return contract.next.map(({ state, reason }) =>
    reason ? (
      <AskButton
        key={state}
        size="small"
        type="text"
        title={t(`contract.to.${state}`)}
        label={t('common.reason')}
        onConfirm={(why) => undo.mutateAsync({ params, body: { state, reason: why } })}
      >
        {t(`contract.to.${state}`)}
      </AskButton>
    ) : (
      <Button
        key={state}
        size="small"
        loading={move.isPending}
        onClick={() => move.mutate({ params, body: { state } })}
      >
        {t(`contract.to.${state}`)}
      </Button>
    ),
  );
}

export function ContractRow({ contract }: { contract: Contract }) {
  const { t } = useI18n();
  return (
    <li className={`contract contract-${contract.state}`}>
      <header>
        <h4>{contract.party}</h4>
        <span className={`status status-${LOOKS_LIKE[contract.state]}`}>
          <i aria-hidden />
          {t(`contract.state.${contract.state}`)}
        </span>
      </header>
      <Facts contract={contract} />
      {contract.mayEdit && (
        <p className="contract-steps">
          <Steps contract={contract} />
          <EditContract contract={contract} />
        </p>
      )}
    </li>
  );
}
