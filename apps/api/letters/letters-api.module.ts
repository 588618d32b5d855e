import { LettersModule } from '@convener/letters';
import { Module } from '@nestjs/common';
import { LetterTemplatesController } from './letter-templates.controller';

@Module({ imports: [LettersModule], controllers: [LetterTemplatesController] })
export class LettersApiModule {}
