import type { Bilingual } from '@convener/kernel';
import type { Block } from '@convener/papers';
import type { Register } from '@convener/registers';
import type { About, DocumentChoice } from '@convener/reports';
import type { GuestList } from './guest-list';

/** What is chosen where a project has no list yet: the document then says so, and where one is added. */
export const NO_LIST = 'none';
export const ALL = 'all';

export const choice = (key: string, zh: string, en: string, values: DocumentChoice['values']): DocumentChoice => ({
  ...{ key, name: { zh, en }, values },
});
export const value = (key: string, zh: string, en: string) => ({ value: key, name: { zh, en } });

/** Which list of people. */
export function listChoice(lists: readonly Register[], none: Bilingual = NONE_YET): DocumentChoice {
  const values = lists.map(({ id, name, nameEn }) => ({ value: id, name: { zh: name, en: nameEn ?? name } }));
  return choice('register', '名單', 'List', values.length > 0 ? values : [{ value: NO_LIST, name: none }]);
}

/** Only people of one kind (會員、講者、貴賓 …), of all the kinds that these lists know. */
export function kindChoice(lists: readonly Register[]): DocumentChoice {
  const kinds = new Map<string, Bilingual>();
  for (const { columns } of lists)
    for (const { key, name, nameEn } of columns.find((column) => column.key === 'kind')?.choices ?? [])
      if (!kinds.has(key)) kinds.set(key, { zh: name, en: nameEn });
  const values = [...kinds].map(([key, name]) => ({ value: `kind:${key}`, name }));
  return choice('kind', '身分', 'Kind', [value(ALL, '全部', 'All'), ...values]);
}

/** Those of the chosen kind; all of a list that knows no kinds. */
export function ofKind({ guests, fields, columns }: GuestList, kind: string | undefined): GuestList['guests'] {
  const key = kind?.replace(/^kind:/, '');
  const knows = columns.find((column) => column.key === fields.kind)?.choices.some((one) => one.key === key);
  return key === undefined || key === ALL || !knows ? guests : guests.filter((guest) => guest.kind === key);
}

/** What a guest's kind is called. */
export function kindName({ columns, fields }: GuestList, kind: string | null, { say }: Pick<About, 'say'>): string {
  const found = columns.find(({ key }) => key === fields.kind)?.choices.find(({ key }) => key === kind);
  return found ? say(found.name, found.nameEn) : (kind ?? '');
}

export const noList = ({ project, say }: About): Block => ({
  type: 'missing',
  what: say('專案還沒有這份文件要用的名單。', 'The project has no list of people yet that this document could be of.'),
  where: say('在「清單」新增報名資料表或其他名單。', 'Add the list of registrations, or another one, under Lists.'),
  href: `/projects/${project.id}/registers`,
});

/** Where a list is filled in. */
export const listHref = ({ project }: Pick<About, 'project'>, { register }: Pick<GuestList, 'register'>) =>
  `/projects/${project.id}/registers/${register.id}`;

const NONE_YET = { zh: '還沒有名單', en: 'No list yet' };
