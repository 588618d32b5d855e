import { CurrentPerson, CurrentSession, Policy, type SignedIn, Unattended } from '@convener/access';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { IdPipe } from '../http/id.pipe';
import { LiveStreams } from './live-streams';

const STREAM = ApiOkResponse({
  description:
    'Server-sent events. `ready`: from here on. `changed`: {project, things: [{kind, id}]}, nothing named means much. `inbox`: ' +
    'a new message. `deaf` and `hearing`: changes made through other servers are not heard meanwhile; read again. ' +
    '`beat`: every 20 s.',
  content: { 'text/event-stream': { schema: { type: 'string' } } },
});

@ApiTags('live')
@Unattended()
@Controller()
export class LiveController {
  constructor(private readonly streams: LiveStreams) {}

  /** Tells what kind of thing changes in a project, as it happens; never what it says. */
  @Get('projects/:id/live')
  @Policy('project.read')
  @STREAM
  project(
    @CurrentPerson() me: SignedIn,
    @CurrentSession() session: string,
    @Param('id', IdPipe) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.streams.listen(me, session, id, reply);
  }

  /** The same for all projects that one is a member of. */
  @Get('me/live')
  @Policy('me.use')
  @STREAM
  own(@CurrentPerson() me: SignedIn, @CurrentSession() session: string, @Res() reply: FastifyReply): Promise<void> {
    return this.streams.listen(me, session, null, reply);
  }
}
