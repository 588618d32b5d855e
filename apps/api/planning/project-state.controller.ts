import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { ProjectStateService } from '@convener/planning';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { ChangeState, StateOutcomeView } from './project-state.dto';

@ApiTags('projects')
@Controller('projects/:id/state')
export class ProjectStateController {
  constructor(private readonly states: ProjectStateService) {}

  /** What holding, cancelling or resuming the project would do to days and reminders. Writes nothing. */
  @Post('preview')
  @HttpCode(200)
  @Policy('project.hold')
  preview(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangeState,
  ): Promise<StateOutcomeView> {
    return this.states.preview(me, id, body);
  }

  /** Puts the project on hold, cancels it, or takes it up again. No reminder is sent while it rests. */
  @Post()
  @HttpCode(200)
  @Once()
  @Policy('project.hold')
  change(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: ChangeState,
  ): Promise<StateOutcomeView> {
    return this.states.change(me, id, body);
  }
}
