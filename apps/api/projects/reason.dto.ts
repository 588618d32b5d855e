import { Text } from '../http/validators';

export class Reason {
  @Text({ max: 1000, lines: true })
  reason!: string;
}
