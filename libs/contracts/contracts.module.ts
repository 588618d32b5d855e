import { AccessModule } from '@convener/access';
import { KindRules } from '@convener/projects';
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Contract } from './contract.entity';
import { ContractsQueries, contractsOf } from './contracts.queries';
import { ContractsService } from './contracts.service';
import { missingOf } from './contract.rules';

/** Agreements as deliverables: with whom, about how much, and how far they are. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Contract]), AccessModule],
  providers: [ContractsQueries, ContractsService],
  exports: [ContractsQueries, ContractsService],
})
export class ContractsModule implements OnModuleInit {
  constructor(private readonly kinds: KindRules) {}

  onModuleInit(): void {
    this.kinds.answerFor('contract', async (em, { id }) => missingOf(await contractsOf(em, id)));
  }
}
