import type { PersonRef } from '../../../api/types';

const TOKEN = /@\{([0-9a-f-]{36})\}/g;

/** What people type for each person behind an @: the name, numbered where several have the same. */
export function handlesOf(people: readonly PersonRef[]): ReadonlyMap<string, string> {
  const taken = new Map<string, number>();
  const handles = new Map<string, string>();
  for (const { id, name } of people) {
    if (handles.has(id)) continue;
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    handles.set(id, count === 1 ? name : `${name} (${count})`);
  }
  return handles;
}

/** A comment as it is typed: names for ids. */
export function asTyped(body: string, handles: ReadonlyMap<string, string>): string {
  return body.replace(TOKEN, (token, id: string) => (handles.has(id) ? `@${handles.get(id)}` : token));
}

/** Chinese is written without spaces, but "@Annabel" is not Ann. */
const goesOn = (handle: string, rest: string) =>
  /[\p{Script=Latin}\d]$/u.test(handle) && /^[\p{Script=Latin}\d]/u.test(rest);

/** A comment as it is sent: ids for names, the longest name that fits. */
export function asSent(text: string, handles: ReadonlyMap<string, string>): string {
  const longestFirst = [...handles].sort(([, a], [, b]) => b.length - a.length);
  return text.replace(/(?<![\w.+-])@[^@]*/g, (part) => {
    const found = longestFirst.find(
      ([, handle]) => part.startsWith(`@${handle}`) && !goesOn(handle, part.slice(handle.length + 1)),
    );
    return found ? `@{${found[0]}}${part.slice(found[1].length + 1)}` : part;
  });
}

export type Part = { text: string } | { person: PersonRef };

/** A comment as it is read: its text with the people in it. */
export function partsOf(body: string, mentions: readonly PersonRef[]): Part[] {
  const people = new Map(mentions.map((person) => [person.id, person]));
  return body.split(/(@\{[0-9a-f-]{36}\})/).flatMap((text): Part[] => {
    const person = people.get(text.slice(2, -1));
    if (person && text.startsWith('@{')) return [{ person }];
    return text === '' ? [] : [{ text }];
  });
}
