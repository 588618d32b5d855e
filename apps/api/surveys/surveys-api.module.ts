import { SurveysModule } from '@convener/surveys';
import { Module } from '@nestjs/common';
import { SurveyPageController } from './survey-page.controller';
import { SurveysController } from './surveys.controller';

@Module({ imports: [SurveysModule], controllers: [SurveysController, SurveyPageController] })
export class SurveysApiModule {}
