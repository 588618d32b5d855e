import { ContractsModule } from '@convener/contracts';
import { Module } from '@nestjs/common';
import { ContractsController } from './contracts.controller';

@Module({ imports: [ContractsModule], controllers: [ContractsController] })
export class ContractsApiModule {}
