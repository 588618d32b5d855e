import type { KeptList as Kept } from '@convener/registers';
import { IsBoolean } from 'class-validator';
import { IfGiven, IsId } from '../http/validators';

export class KeepList {
  /** Id of a template of the house. */
  @IsId()
  templateId!: string;

  /** In the place of the list of this name that the template has. */
  @IfGiven()
  @IsBoolean()
  replace?: boolean;
}

export class KeptList implements Kept {
  replaced!: boolean;
  /** Whether the sub-team that keeps it is one of the template's; true where none keeps it. */
  teamKnown!: boolean;
  /** Names of columns that will be text in new projects: the template doesn't bring the list that they lead to. */
  asText!: string[];
}
