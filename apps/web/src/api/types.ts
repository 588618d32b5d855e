import type { components } from './schema';

type Schemas = components['schemas'];
export type Me = Schemas['Me'];
export type TemporaryPart = Schemas['TemporaryPart'];
export type TemporaryStaff = Schemas['TemporaryStaffList'];
export type JoinCode = Schemas['JoinCode'];
export type JoinShown = Schemas['JoinShown'];
export type OwnSessions = Schemas['OwnSessions'];
export type OwnSession = Schemas['OwnSession'];
export type PersonRef = Schemas['PersonRef'];
export type PersonSummary = Schemas['PersonSummary'];
export type StandardSummary = Schemas['StandardSummary'];
export type Standard = Schemas['Standard'];
export type StandardUse = Schemas['StandardUse'];
export type StandardsFound = Schemas['StandardsSearchResult'];
export type TextKind = Schemas['TextKind'];
export type CalendarYear = Schemas['CalendarYear'];
export type Counts = Schemas['Counts'];
export type TemplateSummary = Schemas['TemplateSummary'];
export type Template = Schemas['Template'];
export type TemplateOption = Schemas['TemplateOption'];
export type TemplateItem = Schemas['TemplateItem'];
/** An answer to a template's option. */
export type Answer = string | boolean;
export type StartProject = Omit<Schemas['StartProject'], 'options'> & { options?: Record<string, Answer> };
export type TeamStaffing = Schemas['TeamStaffing'];
export type Preview = Schemas['Preview'];
export type PreviewItem = Schemas['PreviewItem'];
export type ProjectSummary = Schemas['ProjectSummary'];
export type Project = Schemas['Project'];
export type Progress = Schemas['Progress'];
export type Team = Schemas['Team'];
export type ProjectMember = Schemas['ProjectMember'];
export type WorkItemRow = Schemas['WorkItemRow'];
export type ChecklistRow = Schemas['ChecklistRow'];
export type BulkSelection = Schemas['BulkSelection'];
export type BulkChange = Schemas['BulkChange'];
export type LeftRow = Schemas['LeftRow'];
export type PastBulkChange = Schemas['PastBulkChange'];
export type FoundWork = Schemas['FoundWork'];
export type WorkItem = Schemas['WorkItem'];
export type Deliverable = Schemas['Deliverable'];
export type Check = Schemas['Check'];
export type MyWork = Schemas['MyWorkItem'];
export type MyAcceptance = Schemas['MyAcceptance'];
export type AcceptanceCard = Schemas['AcceptanceCard'];
export type AcceptanceQueue = Schemas['AcceptanceQueue'];
export type HandOutTeam = Schemas['HandOutTeam'];
export type HandOutPerson = Schemas['HandOutPerson'];
export type Notifications = Schemas['Notifications'];
export type Operations = Schemas['Operations'];
export type MailTestResult = Schemas['MailTest'];
export type TroubledMail = Schemas['TroubledMail'];
export type Message = Schemas['Message'];
export type Board = Schemas['Board'];
export type BoardCounts = Schemas['BoardCounts'];
export type BoardTeam = Schemas['BoardTeam'];
export type BoardCellContent = Schemas['BoardCellContent'];
export type CellItem = Schemas['CellItem'];
export type StandardAsks = Schemas['StandardAsks'];
export type PersonLoad = Schemas['PersonLoad'];
export type Schedule = Schemas['Schedule'];
export type ScheduleRow = Schemas['ScheduleRow'];
export type Baseline = Schemas['Baseline'];
export type BaselineRow = Schemas['BaselineRow'];
export type DeviationSummary = Schemas['DeviationSummary'];
export type StateOutcome = Schemas['StateOutcomeView'];
export type ChangeState = Schemas['ChangeState'];
export type Recurring = Schemas['Recurring'];
export type NewRecurring = Schemas['NewRecurring'];
export type WaitingKind = NonNullable<Schemas['WorkItemRow']['waitingKind']>;
export type ActivityEntry = Schemas['ActivityEntry'];
export type ReminderRules = Schemas['ReminderRules'];
export type ReminderRule = Schemas['ReminderRule'];
export type NewRule = Schemas['NewRule'];
export type GivenRule = Schemas['GivenRule'];
export type ItemReminders = Schemas['ItemReminders'];
export type ItemReminder = Schemas['ItemReminder'];
export type Milestone = Schemas['Milestone'];
export type ReplanPreview = Schemas['ReplanPreview'];
export type ReplanRow = Schemas['ReplanRow'];
export type PastReplan = Schemas['PastReplan'];
export type ReplanRequest = Omit<Schemas['ReplanRequest'], 'options'> & { options?: Record<string, Answer | null> };
export type HouseSummary = Schemas['HouseSummary'];
export type LetterTemplate = Schemas['LetterTemplate'];
export type KeptList = Schemas['KeptList'];
export type HouseTemplate = Schemas['HouseTemplate'];
export type DraftItem = Schemas['DraftItem'];
export type EditHouseTemplate = Schemas['EditHouseTemplate'];
export type TemplateDifference = Schemas['TemplateDifference'];
export type OfferedChange = Schemas['OfferedChange'];
export type Lesson = Schemas['Lesson'];
export type LessonList = Schemas['LessonList'];
export type LessonKind = Lesson['kind'];
export type LessonAudience = Lesson['audience'];
export type Proposal = Schemas['Proposal'];
export type HouseLesson = Schemas['HouseLesson'];
export type OpenGroup = Schemas['OpenGroup'];
export type OpenThing = Schemas['OpenThing'];
export type OpenKind = OpenThing['kind'];
export type ClosingWaiver = Schemas['ClosingWaiver'];
export type ClosingVersion = Schemas['ClosingVersion'];
export type Comment = Schemas['Comment'];
export type Contract = Schemas['Contract'];
export type RecordEntry = Schemas['RecordEntry'];
export type RunSheet = Schemas['RunSheet'];
export type Cue = Schemas['Cue'];
export type CueState = Schemas['CueState'];
export type NewCue = Schemas['NewCue'];
export type CueFileGiven = Schemas['GivenCueFile'];
export type SheetWarning = Schemas['SheetWarning'];
export type DelayPreview = Schemas['DelayPreview'];
export type RecordAction = Schemas['RecordAction'];
export type EntryKind = RecordEntry['kind'];
export type Register = Schemas['Register'];
export type RegisterWeight = Schemas['RegisterWeight'];
export type RegisterComparison = Schemas['RegisterComparison'];
export type CellFile = Schemas['CellFile'];
export type FoundPersonEntry = Schemas['FoundPersonEntry'];
export type FoundPersonRow = Schemas['FoundPersonRow'];
export type ImportPreview = Schemas['ImportPreview'];
export type RegisterSummary = Schemas['RegisterSummary'];
export type RegisterColumn = Schemas['RegisterColumn'];
export type RegisterPreset = Schemas['RegisterPreset'];
export type NewRegisterColumn = Schemas['NewRegisterColumn'];
export type ColumnLink = Schemas['ColumnLink'];
export type ColumnType = Schemas['ColumnType'];
export type RegisterRow = Schemas['RegisterRow'];
export type RegisterRowPage = Schemas['RegisterRowPage'];
export type RowStatus = Schemas['RowStatus'];
export type ShownCell = RegisterRow['cells'][string];
export type OutputKind = Deliverable['kind'];
export type Stage = WorkItemRow['stage'];
export type WorkItemStatus = WorkItemRow['status'];

/** The stages of an event, in the order in which they pass. */
export const STAGES: readonly Stage[] = ['proposal', 'preparation', 'before', 'during', 'after', 'closing'];

/** What an output can be. */
export const OUTPUT_KINDS: readonly OutputKind[] = [
  'file',
  'register',
  'contract',
  'generated',
  'record',
  'event',
  'link',
];

/** What an entry of a record can be of. */
export const ENTRY_KINDS: readonly EntryKind[] = ['meeting', 'incident', 'rehearsal', 'other'];

/** What the cells of a column can hold. */
export const COLUMN_TYPES: readonly ColumnType[] = [
  ...(['text', 'number', 'money', 'date', 'time-range'] as const),
  ...(['person', 'e-mail', 'phone', 'choice', 'yes-no', 'row-link', 'file'] as const),
];

/** How a row of a list can stand. */
export const ROW_STATUSES: readonly RowStatus[] = ['open', 'confirmed', 'dropped'];

/** Whom work can wait for. */
export const WAITING_KINDS: readonly WaitingKind[] = ['client', 'vendor', 'authority', 'other'];

/** What a text of a standard is. */
export const TEXT_KINDS: readonly TextKind[] = [
  ...(['standard', 'duty', 'task', 'output', 'indicator'] as const),
  ...(['knowledge', 'skill', 'attitude', 'note'] as const),
];

/** Whether the server lets the caller do it; screens show what it says and decide nothing. */
export function may<Action extends string>(thing: { may: readonly Action[] }, action: Action): boolean {
  return thing.may.includes(action);
}

/** The answer that a choice stands for; OpenAPI has no short way to say "text or boolean". */
export const answerOf = (choice: TemplateOption['choices'][number]) => choice.value as unknown as Answer;

/** The desks of a list of registrations. */
export type CheckIn = Schemas['CheckIn'];
export type CheckInFields = Schemas['CheckInFields'];
export type CheckInDesk = Schemas['CheckInDesk'];
export type DoubleEntry = Schemas['DoubleEntry'];
export type DeskRow = Schemas['DeskRow'];
export type DeskList = Schemas['DeskList'];
export type DeskEntry = Schemas['NewEntry'];
export type TakenEntry = Schemas['TakenEntry'];

/** Documents that the project's data make. */
export type MadeDocument = Schemas['MadeDocument'];
export type OfferedDocument = Schemas['OfferedDocument'];
export type DocumentChoice = Schemas['DocumentChoice'];
export type PaperPreview = Schemas['PaperPreview'];
export type PaperBlock = PaperPreview['blocks'][number];
export type PaperLanguage = PaperPreview['language'];
export type PaperFormat = MadeDocument['format'];
/** Satisfaction surveys, and the page on which people without an account answer one. */
export type Surveys = Schemas['Surveys'];
export type SurveySummary = Schemas['SurveySummary'];
export type Survey = Schemas['Survey'];
export type EditSurveySection = Schemas['EditSurveySection'];
export type SurveyQuestionKind = Schemas['SurveyQuestionKind'];
export type SurveyResults = Schemas['SurveyResults'];
export type SurveyQuestionResult = Schemas['SurveyQuestionResult'];
export type HandedSurveyLink = Schemas['HandedSurveyLink'];
export type SurveyPage = Schemas['SurveyPage'];
export type SurveyPageSection = Schemas['SurveySection'];

/** What a question of a survey can be. */
export const QUESTION_KINDS: readonly SurveyQuestionKind[] = [
  ...(['scale', 'single', 'several', 'nps', 'short-text', 'long-text'] as const),
];

/** The closing report, chapter by chapter. */
export type ClosingReport = Schemas['ClosingReport'];
export type ReportChapterSummary = Schemas['ReportChapterSummary'];
export type ReportChapter = Schemas['ReportChapter'];
