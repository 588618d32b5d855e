import { CONTRACT_STATES, type ContractState, type ContractView } from '@convener/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNumber, Matches, Max, Min } from 'class-validator';
import { IfGiven, IsCalendarDay, OrNull, Text } from '../http/validators';
import { PersonRef } from '../projects/work.dto';

const MOST = 1_000_000_000_000;

/** What is written down of a contract besides with whom; null clears a field. */
class ContractFacts {
  /** In units of the currency, two decimals at most. */
  @ApiProperty({ multipleOf: 0.01 })
  @OrNull()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(MOST)
  amount?: number | null;

  /** ISO 4217; TWD where it is not given. */
  @IfGiven()
  @Matches(/^[A-Z]{3}$/)
  currency?: string;

  @OrNull()
  @IsCalendarDay()
  sentOn?: string | null;

  @OrNull()
  @IsCalendarDay()
  signedOn?: string | null;

  @OrNull()
  @IsCalendarDay()
  startsOn?: string | null;

  @OrNull()
  @IsCalendarDay()
  endsOn?: string | null;

  @OrNull()
  @Text({ max: 2000, lines: true })
  note?: string | null;
}

export class EditContract extends ContractFacts {
  /** With whom. */
  @IfGiven()
  @Text({ max: 200 })
  party?: string;
}

export class NewContract extends ContractFacts {
  /** With whom. */
  @Text({ max: 200 })
  party!: string;
}

export class ContractStep {
  @IsIn(CONTRACT_STATES)
  state!: ContractState;

  /** When it was sent or signed; today where it is not given. */
  @IfGiven()
  @IsCalendarDay()
  day?: string;

  @IfGiven()
  @Text({ max: 1000, lines: true })
  reason?: string;
}

export class NextContractState {
  @ApiProperty({ enum: CONTRACT_STATES, enumName: 'ContractState' })
  state!: ContractState;
  /** Whether a reason is asked for. */
  reason!: boolean;
}

export class Contract implements ContractView {
  id!: string;
  deliverableId!: string;
  party!: string;
  amount!: number | null;
  currency!: string;
  @ApiProperty({ enum: CONTRACT_STATES, enumName: 'ContractState' })
  state!: ContractState;
  sentOn!: string | null;
  signedOn!: string | null;
  startsOn!: string | null;
  endsOn!: string | null;
  note!: string | null;
  reason!: string | null;
  addedBy!: PersonRef;
  /** Epoch milliseconds. */
  addedAt!: number;
  /** Where the caller may take it from here. */
  next!: NextContractState[];
  mayEdit!: boolean;
  version!: number;
}

export class ContractList {
  /** In the order in which they were entered. */
  items!: Contract[];
  mayAdd!: boolean;
}
