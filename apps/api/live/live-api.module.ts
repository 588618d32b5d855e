import { SignInModule } from '@convener/sign-in';
import { Module } from '@nestjs/common';
import { LiveController } from './live.controller';
import { LiveStreams } from './live-streams';

@Module({ imports: [SignInModule], controllers: [LiveController], providers: [LiveStreams] })
export class LiveApiModule {}
