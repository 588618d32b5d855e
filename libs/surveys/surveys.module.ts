import { AccessModule } from '@convener/access';
import { AccountsModule } from '@convener/accounts';
import { FollowedRows, PersonalDataModule } from '@convener/personal-data';
import { RegistersModule } from '@convener/registers';
import { SignInModule } from '@convener/sign-in';
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { namedAnswersOf } from './named-answers';
import { SurveyAnswersService } from './survey-answers.service';
import { SurveyLinksService } from './survey-links.service';
import { SendSurveyMailJob, SurveyMailSweep } from './survey-mail.jobs';
import { forgetRows, SurveyMailsService } from './survey-mails.service';
import { SurveyResultsQueries } from './survey-results.queries';
import { SurveyScopes } from './survey-scopes';
import { Survey, SurveyAnswer, SurveyDevice, SurveyKey, SurveyLink } from './survey.entity';
import { SurveysQueries } from './surveys.queries';
import { SurveysService } from './surveys.service';

const OFFERED = [SurveysService, SurveysQueries, SurveyLinksService, SurveyAnswersService, SurveyResultsQueries];
const ENTITIES = [Survey, SurveyLink, SurveyKey, SurveyDevice, SurveyAnswer];

/** Satisfaction surveys (滿意度調查): questionnaires that people answer by a link, and what they answered. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature(ENTITIES),
    AccessModule,
    AccountsModule,
    PersonalDataModule,
    RegistersModule,
    SignInModule,
  ],
  providers: [SurveyScopes, SurveyMailsService, SendSurveyMailJob, SurveyMailSweep, ...OFFERED],
  exports: OFFERED,
})
export class SurveysModule implements OnModuleInit {
  constructor(private readonly followed: FollowedRows) {}

  onModuleInit(): void {
    this.followed.follow({ forget: forgetRows, answersOf: namedAnswersOf });
  }
}
