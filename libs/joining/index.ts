export { JoinCode } from './join-code.entity';
export { CODE_STATES, type CodeState, type Newcomer, type Scanner, SCANNERS } from './join-codes.rules';
export { type CodeRequest, JoinCodesService } from './join-codes.service';
export { JoiningModule } from './joining.module';
export { type JoinOffer, JoiningService } from './joining.service';
export { type CodeView, type StaffView, type TemporaryPart, TemporaryStaffQueries } from './temporary-staff.queries';
export { TemporaryStaffService } from './temporary-staff.service';
