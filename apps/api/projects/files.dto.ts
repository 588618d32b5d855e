import { IfGiven, IsId } from '../http/validators';

export class FileQuery {
  /** The evidence whose file this is a newer version of. */
  @IfGiven()
  @IsId()
  replaces?: string;
}
