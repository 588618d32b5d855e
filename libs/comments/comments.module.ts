import { AccessModule } from '@convener/access';
import { RemindersModule } from '@convener/reminders';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Comment } from './comment.entity';
import { CommentsQueries } from './comments.queries';
import { CommentsService } from './comments.service';

/** What the crew says about its work. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Comment]), AccessModule, RemindersModule],
  providers: [CommentsQueries, CommentsService],
  exports: [CommentsQueries, CommentsService],
})
export class CommentsModule {}
