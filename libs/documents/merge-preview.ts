import { fieldProblems, foldedField, type LetterFields } from '@convener/letters';
import type { Block, Missing, TableRow } from '@convener/papers';
import type { About } from '@convener/reports';
import { listHref } from './guest-choices';
import type { GuestList } from './guest-list';
import type { Addressee } from './letter-facts';
import { rowFields, rowValues, sharedValues } from './letter-values';
import { projectFacts } from './words';

/** What a merge would say: the fields with their values, letter by letter. The words between stand in the template. */
export function mergeBlocks(
  template: LetterFields,
  list: GuestList,
  people: readonly Addressee[],
  about: About,
): Block[] {
  const { say } = about;
  const shared = sharedValues(about);
  const problems = fieldProblems(template, new Set(shared.keys()), rowFields(list));
  const fields = template.fields.filter((field) => !problems.unknown.includes(field));
  const rows = people.map((person): TableRow => {
    const values = new Map([...rowValues(list, person), ...shared]);
    return { cells: fields.map((field) => values.get(foldedField(field)) ?? '') };
  });
  return [
    projectFacts(about),
    ...toMend(problems, list, about),
    {
      type: 'text',
      tone: 'note',
      text: say(
        '以公司的 Word 範本合併，只產製 DOCX。下表是各欄位的內容。',
        'Merged into the house’s Word template, as DOCX alone. The table shows what each field becomes.',
      ),
    },
    {
      type: 'table',
      columns: fields.map((field) => ({ label: field, kind: 'text' })),
      rows,
      empty: say('沒有符合的人。', 'Nobody is meant.'),
    },
  ];
}

function toMend({ unknown, misplaced }: ReturnType<typeof fieldProblems>, list: GuestList, about: About): Missing[] {
  const { say } = about;
  const told = (fields: readonly string[]) => fields.join(say('、', ', '));
  const lack = (what: string): Missing => ({
    type: 'missing',
    what,
    where: say(
      '修改文件範本後重新上傳，或在名單新增欄位。',
      'Change the template and upload it again, or add columns to the list.',
    ),
    href: listHref(about, list),
  });
  return [
    ...(unknown.length > 0
      ? [lack(say(`名單和專案沒有這些欄位：${told(unknown)}。`, `Nothing is known of these fields: ${told(unknown)}.`))]
      : []),
    ...(misplaced.length > 0
      ? [lack(say(`頁首頁尾不能放：${told(misplaced)}。`, `Headers and footers can’t hold ${told(misplaced)}.`))]
      : []),
  ];
}
