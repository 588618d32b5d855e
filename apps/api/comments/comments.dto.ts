import type { CommentView } from '@convener/comments';
import type { Page } from '../http/paging';
import { Text } from '../http/validators';
import { PersonRef } from '../projects/work.dto';

export class CommentText {
  /** People of the crew are named as `@{id}`. */
  @Text({ max: 4000, lines: true })
  body!: string;
}

export class Comment implements CommentView {
  id!: string;
  workItemId!: string;
  /** People are named as `@{id}`; empty where it was removed. */
  body!: string;
  /** Those who are named in it. */
  mentions!: PersonRef[];
  writtenBy!: PersonRef;
  /** Epoch milliseconds. */
  writtenAt!: number;
  /** Epoch milliseconds; null where it never was. */
  editedAt!: number | null;
  removed!: boolean;
  mayEdit!: boolean;
  mayRemove!: boolean;
  version!: number;
}

export class CommentPage implements Page<Comment> {
  /** Newest first. */
  items!: Comment[];
  /** Cursor of the next page; null on the last. */
  next!: string | null;
}
