import type { ActivityEntry, Project } from '../api/types';
import { i18n } from '../i18n';
import { formatDay } from './dates';

/**
 * What was done, in words: what stands before the thing it was done to and what after it; no second part where the
 * sentence names no thing. An action that this app does not know yet goes by its own name.
 */
export function actionAround(action: string): string[] {
  const path = `activity.action.${action}`;
  if (!i18n.exists(path)) return [`${action} `, ''];
  return i18n.t(path as 'activity.action.work-item.edited', { what: THING }).split(THING);
}

const THING = '\u0000';
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the server keeps for itself says nothing to people. */
const isForPeople = (field: string) => i18n.exists(`activity.field.${field}`);

/** Names of the people and sub-teams of a project by their ids, which is how entries refer to them. */
export function namesOf(project: Project | undefined): ReadonlyMap<string, string> {
  const people = project?.members.map(({ person }) => [person.id, person.name] as const) ?? [];
  const teams = project?.teams.map(({ id, name }) => [id, name] as const) ?? [];
  const temporary = project?.teams.flatMap((team) => team.temporary.map(({ id, name }) => [id, name] as const)) ?? [];
  return new Map([...people, ...teams, ...temporary]);
}

/** Where the words for a value stand; `open` means one thing of a deliverable and another of a check. */
const OF_SUBJECT: Record<string, string> = { deliverable: 'deliverable.status', check: 'check.state' };
const OF_FIELD: Partial<Record<string, string>> = { evidence: 'deliverable.evidence', kind: 'deliverable.kind' };
const CATALOGUED = [
  'status',
  'projectState.mark',
  'health.is',
  'waiting.kind',
  'deliverable.status',
  'check.state',
  'stage',
  'role',
];
/** Fields that people wrote: `done` as a name stays `done`. */
const FREE_TEXT = [
  'title',
  'titleEn',
  'name',
  'reason',
  'note',
  'healthNote',
  'link',
  'waitingFor',
  'client',
  'venue',
  'template',
];

interface About {
  subject: string;
  names: ReadonlyMap<string, string>;
}

function inWords(field: string, value: unknown, { subject, names }: About): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return i18n.t(value ? 'common.yes' : 'common.no');
  const text = String(value);
  if (FREE_TEXT.includes(field)) return text;
  if (DAY.test(text)) return formatDay(text);
  const own = OF_FIELD[field];
  const groups = own !== undefined ? [own] : [OF_SUBJECT[subject] ?? 'status', ...CATALOGUED];
  const path = groups.map((group) => `${group}.${text}`).find((one) => i18n.exists(one));
  return path ? i18n.t(path as 'status.done') : (names.get(text) ?? text);
}

/** The fields that an entry changed, in words. */
export function changesOf(
  { before, after, subject }: Pick<ActivityEntry, 'before' | 'after' | 'subject'>,
  names: ReadonlyMap<string, string>,
) {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].filter(isForPeople);
  const about = { subject: subject.type, names };
  return fields
    .map((field) => ({
      field: i18n.t(`activity.field.${field}` as 'activity.field.status'),
      before: inWords(field, before?.[field], about),
      after: inWords(field, after?.[field], about),
    }))
    .filter((change) => change.before !== change.after && change.after !== subject.title);
}
