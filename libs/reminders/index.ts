export { CantWait } from './cant-wait.entity';
export { diffLate, diffPlan, type PlannedReminder } from './diff';
export type { InboxMessage } from './inbox.message';
export { type InboxFilter, type InboxPage, InboxQueries } from './inbox.queries';
export { InboxService } from './inbox.service';
export type { MessageLine } from './lines';
export { MAIL_FAULTS, type MailFault } from './mail-fault';
export { MailTest } from './mail-test.entity';
export { type MailSettings, MailTestsService, type MailTestView } from './mail-tests.service';
export { MESSAGE_KINDS, type MessageKind } from './message-kinds';
export { type MailStatus, Message, type MessageStatus } from './message.entity';
export { NotificationPreferences } from './notification-preferences.entity';
export { type OperationsFigures, OperationsQueries, type TroubledMail } from './operations.queries';
export { OperationsService } from './operations.service';
export { type PreferencesEdit, SINGLE_KINDS, type SingleKind } from './preferences.rules';
export { type OwnPreferences, PreferencesService } from './preferences.service';
export { type KeptRule, OwnRule, type RuleScope } from './reminder-rule.entity';
export { Reminder, type ReminderKind, type ReminderStatus, type SubjectType } from './reminder.entity';
export { type ProjectPlan, RemindersPlan } from './reminders-plan.service';
export { RemindersModule } from './reminders.module';
export { type RuleGround, ruleProblems } from './rule-problems';
export {
  type AppliedRule,
  ESCALATION,
  escalationOf,
  ownKey,
  ownRulesIn,
  type RuleSet,
  rulesOfTemplate,
  withOwnRules,
} from './rule-set';
export {
  type FiredReminder,
  ReminderSubjects,
  type SubjectFacts,
  type SubjectNow,
  type SubjectPlan,
  type SubjectRef,
} from './subjects';
export { SweepService } from './sweep.service';
export { unsubscribeTokens } from './unsubscribe-links';
export { type AnchorDays, momentOf, receiverNow, remindersFor } from './wanted';
export type { When } from './wording';
