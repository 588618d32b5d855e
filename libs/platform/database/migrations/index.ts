import { Initial1763700000000 } from './1763700000000-initial';
import { ActivityChain1764000000000 } from './1764000000000-activity-chain';
import { SignIn1764000100000 } from './1764000100000-sign-in';
import { Idempotency1764000200000 } from './1764000200000-idempotency';
import { HotIndexes1764000300000 } from './1764000300000-hot-indexes';
import { DueByPerson1764000400000 } from './1764000400000-due-by-person';
import { Calendars1764500000000 } from './1764500000000-calendars';
import { Replanning1764510000000 } from './1764510000000-replanning';
import { LivingPlans1764520000000 } from './1764520000000-living-plans';
import { HouseTemplates1764530000000 } from './1764530000000-house-templates';
import { ReminderRules1764540000000 } from './1764540000000-reminder-rules';
import { Delivery1764550000000 } from './1764550000000-delivery';
import { Files1764600000000 } from './1764600000000-files';
import { Comments1764610000000 } from './1764610000000-comments';
import { ProjectHealth1764620000000 } from './1764620000000-project-health';
import { TemporaryStaff1764700000000 } from './1764700000000-temporary-staff';
import { StartDrafts1764740000000 } from './1764740000000-start-drafts';
import { BulkChanges1764760000000 } from './1764760000000-bulk-changes';
import { InboxDone1764770000000 } from './1764770000000-inbox-done';
import { OutputKinds1764900000000 } from './1764900000000-output-kinds';
import { Contracts1764910000000 } from './1764910000000-contracts';
import { MailTests1764920000000 } from './1764920000000-mail-tests';
import { Registers1764930000000 } from './1764930000000-registers';
import { RegisterWeights1764942000000 } from './1764942000000-register-weights';
import { CheckIn1765040000000 } from './1765040000000-check-in';
import { PersonalData1765030000000 } from './1765030000000-personal-data';
import { Records1765090000000 } from './1765090000000-records';
import { Documents1765100000000 } from './1765100000000-documents';
import { Surveys1765500000000 } from './1765500000000-surveys';
import { CellFiles1765200000000 } from './1765200000000-cell-files';
import { Closing1765400000000 } from './1765400000000-closing';
import { Lessons1765410000000 } from './1765410000000-lessons';
import { RunSheet1765300000000 } from './1765300000000-run-sheet';
import { LetterTemplates1765600000000 } from './1765600000000-letter-templates';
import { ClosingReport1765700000000 } from './1765700000000-closing-report';
import { DocumentsForLeads1765750000000 } from './1765750000000-documents-for-leads';
import { ShownColumns1765800000000 } from './1765800000000-shown-columns';

/** Every migration, oldest first. A migration that has been released is never changed. */
export const MIGRATIONS = [
  Initial1763700000000,
  ActivityChain1764000000000,
  SignIn1764000100000,
  Idempotency1764000200000,
  HotIndexes1764000300000,
  DueByPerson1764000400000,
  Calendars1764500000000,
  Replanning1764510000000,
  LivingPlans1764520000000,
  HouseTemplates1764530000000,
  ReminderRules1764540000000,
  Delivery1764550000000,
  Files1764600000000,
  Comments1764610000000,
  ProjectHealth1764620000000,
  TemporaryStaff1764700000000,
  StartDrafts1764740000000,
  BulkChanges1764760000000,
  InboxDone1764770000000,
  OutputKinds1764900000000,
  Contracts1764910000000,
  MailTests1764920000000,
  Registers1764930000000,
  RegisterWeights1764942000000,
  PersonalData1765030000000,
  CheckIn1765040000000,
  Records1765090000000,
  Documents1765100000000,
  CellFiles1765200000000,
  RunSheet1765300000000,
  Closing1765400000000,
  Lessons1765410000000,
  Surveys1765500000000,
  LetterTemplates1765600000000,
  ClosingReport1765700000000,
  DocumentsForLeads1765750000000,
  ShownColumns1765800000000,
];
