export { CantWait } from './cant-wait.entity';
export { diffLate, diffPlan, type PlannedReminder } from './diff';
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
export { type AnchorDays, momentOf, receiverNow, remindersFor } from './wanted';
export { dayInWords, dueInWords, mentionInWords, reasonInWords, returnedInWords, type When, whenDue } from './wording';
export { held, heldOrSkipped, setEach } from './rows';
