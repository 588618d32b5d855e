import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { CantWaitService } from '@convener/projects';
import { Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { CantWaitMark } from './notifications.dto';

/** Work whose reminders one wants singly and at once. A mark of one's own: nobody else sees or feels it. */
@ApiTags('work items')
@Controller('work-items/:id/cant-wait')
export class CantWaitController {
  constructor(private readonly marks: CantWaitService) {}

  @Get()
  @Policy('project.read')
  async show(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<CantWaitMark> {
    return { cantWait: await this.marks.isMarked(me, id) };
  }

  @Put()
  @Once()
  @Policy('project.read')
  async mark(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<CantWaitMark> {
    await this.marks.mark(me, id);
    return { cantWait: true };
  }

  @Delete()
  @Once()
  @Policy('project.read')
  async unmark(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<CantWaitMark> {
    await this.marks.unmark(me, id);
    return { cantWait: false };
  }
}
