import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import { useState } from 'react';
import { api } from '../../../api/client';
import { FormError } from '../../../components/FormError';
import { useI18n } from '../../../i18n';
import { MovedRows } from './MovedRows';

interface Props {
  projectId: string;
  titles: ReadonlyMap<string, string>;
}

/** Moves what late predecessors push: first the list of it, then for real. */
export function FollowButton({ projectId, titles }: Props) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const params = { path: { id: projectId } };
  const preview = api.useMutation('post', '/api/projects/{id}/schedule/follow/preview', {
    meta: { quiet: true, ownRefresh: true },
  });
  const follow = api.useMutation('post', '/api/projects/{id}/schedule/follow', {
    meta: { quiet: true },
    onSuccess: () => setOpen(false),
  });
  const rows = preview.data?.items ?? [];
  const show = () => {
    setOpen(true);
    follow.reset();
    preview.mutate({ params, body: {} });
  };
  const why = ({ pushedBy, pushDays }: (typeof rows)[number]) => {
    const named = pushedBy.map((id) => titles.get(id) ?? '').join(t('common.comma'));
    return t('network.pushedBy', { titles: named, count: pushDays });
  };
  return (
    <>
      <Button onClick={show}>{t('network.follow')}</Button>
      <Modal
        open={open}
        title={t('network.followTitle')}
        okText={t('network.follow')}
        cancelText={t('common.cancel')}
        okButtonProps={{ disabled: rows.length === 0 }}
        confirmLoading={follow.isPending || preview.isPending}
        onOk={() => follow.mutate({ params, body: { items: rows.map(({ id }) => id) } })}
        onCancel={() => setOpen(false)}
      >
        <FormError error={preview.error ?? follow.error} />
        <p className="field-hint">{t('network.followHint')}</p>
        {preview.data && rows.length === 0 && <p className="muted">{t('network.followNone')}</p>}
        <MovedRows rows={rows.map((row) => ({ ...row, why: why(row) }))} />
      </Modal>
    </>
  );
}
