import { ApiSchema } from '@nestjs/swagger';

/** One wrong field of a request. */
export class FieldProblem {
  /** JSON pointer (RFC 6901) into the body; in a query, `/name`. */
  pointer!: string;
  zh!: string;
  en!: string;
}

/** RFC 9457 problem details. Some types have further members. */
@ApiSchema({ name: 'Problem' })
export class ProblemDto {
  /** Stable name, `/problems/<name>`. */
  type!: string;
  status!: number;
  /** What is wrong, in zh-TW. */
  title!: string;
  /** The same in English. */
  titleEn!: string;
  detail?: string;
  detailEn?: string;
  fields?: FieldProblem[];
  /** After how many seconds it is worth trying again; also in the header Retry-After. */
  retryAfter?: number;
  /** Names the request in the server's log. */
  requestId!: string;
}
