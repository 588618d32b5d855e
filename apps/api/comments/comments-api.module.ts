import { CommentsModule } from '@convener/comments';
import { Module } from '@nestjs/common';
import { CommentsController } from './comments.controller';

@Module({ imports: [CommentsModule], controllers: [CommentsController] })
export class CommentsApiModule {}
