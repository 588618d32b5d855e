/** A text for people in the product's two languages. zh-TW comes first. */
export interface Bilingual {
  zh: string;
  en: string;
}

/** One wrong field: a JSON pointer into the request body and what is wrong with it. */
export interface FieldProblem extends Bilingual {
  pointer: string;
}

/**
 * The caller's fault: answered as RFC 9457 problem details with this status and a stable type.
 * The texts say what is wrong and what to do about it.
 */
export class CallerError extends Error {
  constructor(
    readonly status: number,
    /** Stable kebab-case name; becomes `type: /problems/<type>`. */
    readonly type: string,
    readonly text: Bilingual,
    readonly fields: FieldProblem[] = [],
    /** Further members of the problem document, such as the current state of a row. */
    readonly extra: Record<string, unknown> = {},
  ) {
    super(`${type}: ${text.en}`);
  }
}

/** A passing fault of something outside (mail server, Redis): whoever sees it tries again. */
export class TransientError extends Error {}

export const badRequest = (type: string, text: Bilingual, fields: FieldProblem[] = []) =>
  new CallerError(400, type, text, fields);

/** Also for a row of another project: whether it exists is not the caller's to know. */
export const notFound = () =>
  new CallerError(404, 'not-found', { zh: '找不到這筆資料。', en: 'There is no such thing here.' });

export const forbidden = (text: Bilingual = { zh: '您的角色不能做這件事。', en: 'Your role may not do this.' }) =>
  new CallerError(403, 'forbidden', text);

export const conflict = (type: string, text: Bilingual, extra: Record<string, unknown> = {}) =>
  new CallerError(409, type, text, [], extra);
