export { Comment } from './comment.entity';
export { CommentsModule } from './comments.module';
export { CommentsQueries, type CommentView } from './comments.queries';
export { CommentsService } from './comments.service';
