import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { JoinCodesService, TemporaryStaffQueries, TemporaryStaffService } from '@convener/joining';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { EndJoinCode, JoinCodeMade, NewJoinCode, TemporaryStaffList } from './joining.dto';

/** People without an account who help a sub-team, and the codes by which they come. */
@ApiTags('joining')
@Controller()
export class TemporaryStaffController {
  constructor(
    private readonly codes: JoinCodesService,
    private readonly staff: TemporaryStaffService,
    private readonly queries: TemporaryStaffQueries,
  ) {}

  /** Of the sub-teams that one answers for. */
  @Get('projects/:id/temporary-staff')
  @Policy('temporary.read')
  list(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<TemporaryStaffList> {
    return this.queries.list(me, id);
  }

  /** Their open work goes back to the sub-team; from the next request on they are out. */
  @Delete('projects/:id/temporary-staff/:personId')
  @HttpCode(204)
  @Once()
  @Policy('temporary.manage')
  end(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('personId', IdPipe) personId: string,
  ): Promise<void> {
    return this.staff.end(me, id, personId);
  }

  /** Makes a code. Its link is a secret that is kept nowhere, so it is not answered twice either. */
  @Post('join-codes')
  @Policy('temporary.manage')
  make(@CurrentPerson() me: SignedIn, @Body() body: NewJoinCode): Promise<JoinCodeMade> {
    return this.codes.make(me, body);
  }

  /** Nobody joins by it any more. Ended twice it changes nothing. */
  @Post('join-codes/:id/end')
  @HttpCode(204)
  @Policy('temporary.manage')
  endCode(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { staff }: EndJoinCode,
  ): Promise<void> {
    return this.codes.end(me, id, staff);
  }
}
