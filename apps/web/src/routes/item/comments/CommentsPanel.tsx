import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../../api/client';
import { paging } from '../../../api/paging';
import { fieldErrors } from '../../../api/problem';
import type { PersonRef, Project } from '../../../api/types';
import { FormError } from '../../../components/FormError';
import { LoadState } from '../../../components/LoadState';
import { MoreButton } from '../../../components/MoreButton';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { crewOf } from '../../project/useProject';
import { CommentField } from './CommentField';
import { CommentRow } from './CommentRow';
import { asSent, handlesOf } from './mentions';
import '../../../styles/comments.css';

function NewComment({ itemId, crew }: { itemId: string; crew: readonly PersonRef[] }) {
  const { t, locale } = useI18n();
  const [text, setText] = useState('');
  const handles = handlesOf(crew);
  const add = api.useMutation('post', '/api/work-items/{id}/comments', {
    meta: { quiet: true },
    onSuccess: () => setText(''),
  });
  const send = () => add.mutate({ params: { path: { id: itemId } }, body: { body: asSent(text, handles) } });
  return (
    <div className="new-comment">
      <FormError error={add.error} known={['/body']} />
      <CommentField
        label={t('comments.write')}
        value={text}
        handles={handles}
        error={fieldErrors(add.error, locale)['/body']}
        onChange={setText}
      />
      <Button type="primary" disabled={text.trim() === ''} loading={add.isPending} onClick={send}>
        {t('comments.send')}
      </Button>
    </div>
  );
}

/** What the crew says about an item, newest first. */
export function CommentsPanel({ itemId, project }: { itemId: string; project: Project }) {
  const { t } = useI18n();
  const query = api.useInfiniteQuery(
    'get',
    '/api/work-items/{id}/comments',
    { params: { path: { id: itemId } } },
    paging,
  );
  const comments = query.data?.pages.flatMap(({ items }) => items);
  const crew = crewOf(project);
  return (
    <Panel title={t('comments.title')}>
      {project.status === 'running' && <NewComment itemId={itemId} crew={crew} />}
      {!query.data && <LoadState query={query} />}
      {comments?.length === 0 && <p className="muted">{t('comments.none')}</p>}
      <ul className="comments">
        {comments?.map((comment) => (
          <CommentRow key={comment.id} comment={comment} crew={crew} zone={project.zone} />
        ))}
      </ul>
      <MoreButton query={query} />
    </Panel>
  );
}
