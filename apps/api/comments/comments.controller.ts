import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { CommentsQueries, CommentsService } from '@convener/comments';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { decodeCursor, limitOf, pageOf, PageQuery } from '../http/paging';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { Comment, CommentPage, CommentText } from './comments.dto';

/** What the crew says about a work item. */
@ApiTags('comments')
@Controller()
export class CommentsController {
  constructor(
    private readonly comments: CommentsService,
    private readonly queries: CommentsQueries,
  ) {}

  /** Newest first. */
  @Get('work-items/:id/comments')
  @Policy('comments.read')
  async list(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<CommentPage> {
    const [before = null] = decodeCursor(query.cursor, ['string']) ?? [];
    const limit = limitOf(query);
    const rows = await this.queries.page(me, id, { before, limit: limit + 1 });
    return pageOf(
      rows,
      limit,
      (row) => [row.id],
      (row) => row,
    );
  }

  /** Whoever is named in it finds a message in the inbox. */
  @Post('work-items/:id/comments')
  @Once()
  @Policy('comments.write')
  async add(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) itemId: string,
    @Body() { body }: CommentText,
  ): Promise<Comment> {
    const { id } = await this.comments.add(me, itemId, body);
    return this.queries.one(me, id);
  }

  @Get('comments/:id')
  @TagsVersion()
  @Policy('comments.read')
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Comment> {
    return this.queries.one(me, id);
  }

  /** One's own alone. */
  @Patch('comments/:id')
  @TagsVersion()
  @Policy('comments.write')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { body }: CommentText,
    @SeenVersion() seen: number | null,
  ): Promise<Comment> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.comments.edit(me, id, body, seen), current);
    return current();
  }

  /** One's own; a manager also those of others. That there was a comment stays to be seen. */
  @Delete('comments/:id')
  @HttpCode(204)
  @Once()
  @Policy('comments.write')
  remove(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    return this.comments.remove(me, id);
  }
}
