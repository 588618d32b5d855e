export {
  type ItemReminder,
  type ItemReminders,
  ItemRemindersQueries,
  type ReminderOutcome,
} from './item-reminders.queries';
export { ReminderRulesModule } from './reminder-rules.module';
export { ReminderRulesQueries, type RulesView } from './reminder-rules.queries';
export { type NewRule, ReminderRulesService, type RuleEdit } from './reminder-rules.service';
export { RemindingService } from './reminding.service';
export type { EscalationView, RuleSource, RuleView } from './rule-views';
