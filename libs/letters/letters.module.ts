import { AccessModule } from '@convener/access';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LetterTemplate } from './letter-template.entity';
import { LetterTemplatesQueries } from './letter-templates.queries';
import { LetterTemplatesService } from './letter-templates.service';

const OFFERED = [LetterTemplatesQueries, LetterTemplatesService];

/** The house's own documents with fields, and how rows are merged into them. */
@Module({
  imports: [TypeOrmModule.forFeature([LetterTemplate]), AccessModule],
  providers: OFFERED,
  exports: OFFERED,
})
export class LettersModule {}
