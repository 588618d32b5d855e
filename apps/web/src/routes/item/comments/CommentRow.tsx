import Button from 'antd/es/button';
import { Popconfirm } from '../../../components/late';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import { fieldErrors } from '../../../api/problem';
import type { Comment, PersonRef } from '../../../api/types';
import { FormError } from '../../../components/FormError';
import { useEdit } from '../../../components/useEdit';
import { formatInstant } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { CommentField } from './CommentField';
import { asSent, asTyped, handlesOf, partsOf } from './mentions';

interface Props {
  comment: Comment;
  crew: readonly PersonRef[];
  zone: string;
}

function Said({ comment }: { comment: Comment }) {
  const { t } = useI18n();
  if (comment.removed) return <p className="muted">{t('comments.removed')}</p>;
  return (
    <p className="comment-body">
      {partsOf(comment.body, comment.mentions).map((part, place) =>
        'person' in part ? <b key={place}>@{part.person.name}</b> : part.text,
      )}
    </p>
  );
}

function useOwn({ comment, crew }: Props) {
  const handles = handlesOf([...crew, ...comment.mentions]);
  const draft = useEdit((one: Comment) => ({ text: asTyped(one.body, handles) }));
  const edit = api.useMutation('patch', '/api/comments/{id}', {
    meta: { quiet: true },
    onSuccess: draft.end,
    onError: draft.refused,
  });
  const save = () => {
    if (!draft.edit) return;
    const params = { path: { id: comment.id }, header: ifMatch(draft.edit.seen) };
    edit.mutate({ params, body: { body: asSent(draft.edit.fields.text, handles) } });
  };
  return { handles, draft, edit, save };
}

function EditForm({ own }: { own: ReturnType<typeof useOwn> & { comment: Comment } }) {
  const { t, locale } = useI18n();
  const { handles, draft, edit, save, comment } = own;
  const text = draft.edit?.fields.text ?? '';
  return (
    <>
      <FormError error={edit.error} known={['/body']} />
      <CommentField
        label={t('comments.edit')}
        value={text}
        handles={handles}
        error={fieldErrors(edit.error, locale)['/body']}
        onChange={(changed) => draft.change(comment, { text: changed })}
      />
      <p className="comment-actions">
        <Button type="primary" disabled={text.trim() === ''} loading={edit.isPending} onClick={save}>
          {t('common.save')}
        </Button>
        <Button type="text" onClick={draft.end}>
          {t('common.cancel')}
        </Button>
      </p>
    </>
  );
}

export function CommentRow(props: Props) {
  const { comment, zone } = props;
  const { t } = useI18n();
  const own = useOwn(props);
  const remove = api.useMutation('delete', '/api/comments/{id}');
  const editing = own.draft.edit !== null;
  return (
    <li className="comment">
      <p className="muted">
        {comment.writtenBy.name} · {formatInstant(comment.writtenAt, zone)}
        {comment.editedAt !== null && !comment.removed && ` · ${t('comments.edited')}`}
      </p>
      {editing ? <EditForm own={{ ...own, comment }} /> : <Said comment={comment} />}
      {!editing && (comment.mayEdit || comment.mayRemove) && (
        <p className="comment-actions">
          {comment.mayEdit && (
            <Button type="text" size="small" onClick={() => own.draft.change(comment, {})}>
              {t('common.edit')}
            </Button>
          )}
          {comment.mayRemove && (
            <Popconfirm
              title={t('comments.removeAsk')}
              okText={t('comments.remove')}
              cancelText={t('common.cancel')}
              onConfirm={() => remove.mutate({ params: { path: { id: comment.id } } })}
            >
              <Button type="text" size="small">
                {t('comments.remove')}
              </Button>
            </Popconfirm>
          )}
        </p>
      )}
    </li>
  );
}
