import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { ContractsQueries, ContractsService } from '@convener/contracts';
import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion, SeenVersionIfGiven } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { Contract, ContractList, ContractStep, EditContract, NewContract } from './contracts.dto';

/** The agreements that a deliverable of kind `contract` stands for. */
@ApiTags('contracts')
@Controller()
export class ContractsController {
  constructor(
    private readonly contracts: ContractsService,
    private readonly queries: ContractsQueries,
  ) {}

  @Get('deliverables/:id/contracts')
  @Policy('contracts.read')
  list(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<ContractList> {
    return this.queries.ofDeliverable(me, id);
  }

  @Post('deliverables/:id/contracts')
  @Once()
  @Policy('contracts.write')
  async add(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) deliverableId: string,
    @Body() body: NewContract,
  ): Promise<Contract> {
    const { id } = await this.contracts.add(me, deliverableId, body);
    return this.queries.one(me, id);
  }

  @Get('contracts/:id')
  @TagsVersion()
  @Policy('contracts.read')
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Contract> {
    return this.queries.one(me, id);
  }

  @Patch('contracts/:id')
  @TagsVersion()
  @Policy('contracts.write')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: EditContract,
    @SeenVersion() seen: number | null,
  ): Promise<Contract> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.contracts.edit(me, id, body, seen), current);
    return current();
  }

  /** Sends it, notes that it is signed, takes a step back, ends or drops it. To where it is already changes nothing. */
  @Post('contracts/:id/state')
  @HttpCode(200)
  @Once()
  @Policy('contracts.write')
  async move(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: ContractStep,
    @SeenVersionIfGiven() seen: number | null,
  ): Promise<Contract> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.contracts.move(me, id, body, seen), current);
    return current();
  }
}
