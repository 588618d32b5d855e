import type { Facts, Heading, Missing } from '@convener/papers';
import type { About } from '@convener/reports';
import type { RegisterBook } from './register-book';
import { projectFacts } from './words';

/** A part of a document that is no chapter. */
export const heading = ({ say }: Pick<About, 'say'>, zh: string, en: string): Heading => ({
  ...{ type: 'heading', level: 2, text: say(zh, en) },
});

/** What a document opens with, and what else is said of it at once. */
export function factsWith(about: About, ...rows: readonly { zh: string; en: string; value: string }[]): Facts {
  const own = rows.map(({ zh, en, value }) => ({ label: about.say(zh, en), value }));
  return { type: 'facts', rows: [...projectFacts(about).rows, ...own] };
}

/** What a list lacks that a document rests on: the list itself, its rows, or the figures that count. */
export function lacking(
  about: About,
  book: RegisterBook,
  preset: string,
  name: readonly [zh: string, en: string],
  column?: { key: string; name: readonly [zh: string, en: string] },
): Missing[] {
  const { say, project } = about;
  const [list] = book.lists(preset);
  const called = list
    ? say(`「${about.name(list.register)}」`, `“${about.name(list.register)}”`)
    : say(`「${name[0]}」`, `“${name[1]}”`);
  if (!list)
    return [
      {
        type: 'missing',
        what: say(`專案還沒有${called}。`, `The project has no list ${called} yet.`),
        where: say('在「清單」新增，並填入資料。', 'Add it among the lists, and fill it in.'),
        href: `/projects/${project.id}/registers`,
      },
    ];
  const href = `/projects/${project.id}/registers/${list.register.id}`;
  const rows = book.rows(preset);
  if (rows.length === 0)
    return [
      {
        type: 'missing',
        what: say(`${called}還沒有資料。`, `${called} has no rows yet.`),
        where: say(`在${called}填入資料。`, `Fill in ${called}.`),
        href,
      },
    ];
  const empty = column ? rows.filter((row) => row.money(column.key) === null).length : 0;
  if (!column || empty === 0) return [];
  return [
    {
      type: 'missing',
      what: say(
        `${called}有 ${empty} 筆沒有「${column.name[0]}」。`,
        `${empty} rows of ${called} have no “${column.name[1]}”.`,
      ),
      where: say(`在${called}補上。`, `Fill them in in ${called}.`),
      href,
    },
  ];
}
