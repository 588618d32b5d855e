export { type GivenAnswer, LONGEST_LONG_TEXT } from './answers.rules';
export {
  type GivenSection,
  MOST_CHOICES,
  MOST_QUESTIONS,
  MOST_SECTIONS,
  QUESTION_KINDS,
  type Question,
  type QuestionChoice,
  type QuestionKind,
  type Section,
} from './questions.rules';
export { READY_KEYS, type ReadyKey } from './ready-questionnaires';
export { FEWEST_SHOWN, type Nps, type QuestionResult, type SectionResult, type ValueCount } from './results.rules';
export { type Stand, SURVEY_STATES, type SurveyState } from './state.rules';
export {
  GUEST_STANDS,
  type GuestStand,
  type Guest,
  type ShownSurvey,
  type Submission,
  SurveyAnswersService,
} from './survey-answers.service';
export { type HandedLink, type LinksAsked, MOST_LINKS, SurveyLinksService } from './survey-links.service';
export { SurveyMailsService } from './survey-mails.service';
export {
  RESULT_FILTERS,
  type ResultFilter,
  type SurveyResults,
  surveyResultsOf,
  SurveyResultsQueries,
} from './survey-results.queries';
export { LINK_KINDS, type LinkKind, Survey, SurveyAnswer, SurveyLink } from './survey.entity';
export { type NewSurvey, type SurveyEdit, SurveysService } from './surveys.service';
export {
  type LinkCounts,
  type ReadyView,
  SurveysQueries,
  type SurveySummary,
  type SurveyView,
} from './surveys.queries';
export { SurveysModule } from './surveys.module';
