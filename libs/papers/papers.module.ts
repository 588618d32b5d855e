import { Module } from '@nestjs/common';
import { PaperPress } from './press';

@Module({ providers: [PaperPress], exports: [PaperPress] })
export class PapersModule {}
