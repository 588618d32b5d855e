import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleQueries } from './people.queries';
import { Person } from './person.entity';

/** People, and who may do what. Global because everything asks. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Person]), DiscoveryModule],
  providers: [PeopleQueries],
  exports: [PeopleQueries, DiscoveryModule],
})
export class AccessModule {}
