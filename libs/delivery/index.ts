export { DeliveryModule } from './delivery.module';
export { type MessageLine, subjectOf } from './lines';
export { maskedError } from './masked-error';
export { type MailStatus, Message } from './message.entity';
export { type OperationsFigures, OperationsQueries, type TroubledMail } from './operations.queries';
export { OperationsService } from './operations.service';
export { SweepService } from './sweep.service';
