import { IsIn } from 'class-validator';
import { IfGiven, IsId } from '../http/validators';

export class FileQuery {
  /** The evidence whose file this is a newer version of. */
  @IfGiven()
  @IsId()
  replaces?: string;
}

export class DownloadQuery {
  /** To be looked at in the browser, where the file is a picture or a PDF. */
  @IfGiven()
  @IsIn(['1'])
  preview?: '1';
}
