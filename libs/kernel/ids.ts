import { v7 } from 'uuid';

/** A new row id: UUID version 7 (RFC 9562), so ids sort by creation and keyset paging can use them. */
export function newId(): string {
  return v7();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Whether a text from outside has the form of an id. PostgreSQL would answer a wrong one with an error of its own. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}
