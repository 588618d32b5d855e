export type { CueFacts, GivenFile, NewCue } from './cue-facts';
export { CUE_STATES, type CueState } from './cue-state.rules';
export { clockText, LAST_MINUTE, MOST_MINUTES } from './cue-time';
export type { CueFileView, CueView, CueWork } from './cue-views';
export { CuesService, MOST_CUES } from './cues.service';
export type { CueMove } from './delay.rules';
export { type DelayPreview, DelaysService, type DelayUndone } from './delays.service';
export { RunSheetCue } from './run-sheet-cue.entity';
export { RunSheetDelay } from './run-sheet-delay.entity';
export { type RunSheetDay, type RunSheetLine, runSheetOf } from './run-sheet-of';
export { RunSheetModule } from './run-sheet.module';
export {
  type LastDelay,
  type OfferedFile,
  type OwnRunSheet,
  RunSheetQueries,
  type RunSheetView,
} from './run-sheet.queries';
export { type SheetWarning, WARNING_KINDS } from './sheet-checks.rules';
