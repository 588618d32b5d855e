import type { FieldProblem } from '@convener/kernel';
import {
  cycleProblems,
  doublesOf,
  type LeaveOut,
  type ReminderPolicy,
  STAGES,
  type Template,
  type TemplateItem,
  type TemplateOption,
} from '@convener/templates';
import { anchorListProblems, ruleProblems, tryDay } from './house-anchors';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const FARTHEST_REMINDER = 365;

/**
 * Everything that keeps a house template from being started, each at its field in the draft: names that nobody knows,
 * rules that don't count, work that starts after it is due or waits for itself, empty words, questions without answers,
 * reminders that can never fire.
 */
export function houseProblems(template: Template): FieldProblem[] {
  const { anchors, options, teams, items, reminders } = template;
  return [
    ...emptyTexts([
      ['/name', template.name],
      ['/nameEn', template.nameEn],
      ...teams.flatMap(({ name, nameEn }, i): Named[] => [
        [`/teams/${i}/name`, name],
        [`/teams/${i}/nameEn`, nameEn],
      ]),
    ]),
    ...doubled('/anchors', anchors),
    ...doubled('/options', options),
    ...doubled('/teams', teams),
    ...doubled('/reminders/rules', reminders.rules),
    ...anchorListProblems(anchors),
    ...optionProblems(options),
    ...reminderProblems(reminders),
    ...items.flatMap((item, index) => itemProblems(item, `/items/${index}`, template)),
    ...placeProblems(items),
    ...cycles(items),
  ];
}

type Named = [pointer: string, text: string];

function problem(pointer: string, zh: string, en: string): FieldProblem {
  return { pointer, zh, en };
}

function emptyTexts(texts: readonly Named[]): FieldProblem[] {
  return texts
    .filter(([, text]) => text.trim() === '')
    .map(([pointer]) => problem(pointer, '這裡不能空白。', 'This must not be empty.'));
}

function doubled(list: string, entries: readonly { key: string }[]): FieldProblem[] {
  const doubles = doublesOf(entries.map(({ key }) => key));
  return doubles.map((key) => {
    const index = entries.findLastIndex((entry) => entry.key === key);
    return problem(`${list}/${index}/key`, `「${key}」出現兩次。`, `"${key}" stands twice.`);
  });
}

function optionProblems(options: readonly TemplateOption[]): FieldProblem[] {
  return options.flatMap(({ question, choices }, index) => {
    const at = `/options/${index}`;
    const values = choices.map(({ value }) => JSON.stringify(value));
    return [
      ...emptyTexts([
        [`${at}/question/zh`, question.zh],
        [`${at}/question/en`, question.en],
      ]),
      ...(choices.length < 2
        ? [problem(`${at}/choices`, '至少要有兩個答案。', 'Give at least two answers to choose from.')]
        : []),
      ...doublesOf(values).map((value) =>
        problem(`${at}/choices`, `答案 ${value} 出現兩次。`, `The answer ${value} stands twice.`),
      ),
    ];
  });
}

function reminderProblems({ at, rules }: ReminderPolicy): FieldProblem[] {
  const offsets = rules.map(({ days, workingDays }) => `${days ?? ''}/${workingDays ?? ''}`);
  const time = TIME.test(at)
    ? []
    : [problem('/reminders/at', '請寫成 09:00 這樣的時間。', 'Write a time such as 09:00.')];
  return [
    ...time,
    ...rules.flatMap(({ days, workingDays }, index) => {
      const pointer = `/reminders/rules/${index}`;
      if ((days === undefined) === (workingDays === undefined))
        return [problem(pointer, '請填日數或工作日數其中一個。', 'Give either days or working days.')];
      if (Math.abs(days ?? workingDays ?? 0) > FARTHEST_REMINDER)
        return [problem(pointer, '最多提前或延後 365 天，否則不會發出。', 'At most 365 days away, or it never fires.')];
      if (offsets.indexOf(offsets[index]!) < index)
        return [problem(pointer, '和另一條提醒同一天，不會再發出。', 'Same day as another rule: it would never fire.')];
      return [];
    }),
  ];
}

function itemProblems(item: TemplateItem, at: string, template: Template): FieldProblem[] {
  const { deliverables, checks } = item;
  const teamKnown = template.teams.some(({ key }) => key === item.team);
  return [
    ...emptyTexts([
      [`${at}/title`, item.title],
      [`${at}/titleEn`, item.titleEn],
      [`${at}/workflow`, item.workflow],
      ...deliverables.flatMap(({ title, titleEn }, i): Named[] => [
        [`${at}/deliverables/${i}/title`, title],
        [`${at}/deliverables/${i}/titleEn`, titleEn],
      ]),
      ...checks.map(({ text }, i): Named => [`${at}/checks/${i}/text`, text]),
    ]),
    ...(STAGES.includes(item.stage) ? [] : [problem(`${at}/stage`, '沒有這個階段。', 'There is no such stage.')]),
    ...(teamKnown
      ? []
      : [problem(`${at}/team`, `範本沒有「${item.team}」這個工作小組。`, `There is no sub-team "${item.team}".`)]),
    ...datesProblems(item, at, template),
    ...deliverables.flatMap((row, i) => datesProblems(row, `${at}/deliverables/${i}`, template)),
    ...leaveOutProblems(item.leaveOut, at, template),
    ...deliverables.flatMap((row, i) => leaveOutProblems(row.leaveOut, `${at}/deliverables/${i}`, template)),
    ...checks.flatMap((row, i) => leaveOutProblems(row.leaveOut, `${at}/checks/${i}`, template)),
  ];
}

function datesProblems(
  { start, due }: { start: string; due: string },
  at: string,
  { anchors }: Template,
): FieldProblem[] {
  const wrong = [...ruleProblems(start, anchors, `${at}/start`), ...ruleProblems(due, anchors, `${at}/due`)];
  if (wrong.length > 0) return wrong;
  const [from, until] = [tryDay(start, anchors), tryDay(due, anchors)];
  // An anchor that doesn't count is told at the anchor.
  if (from === null || until === null) return [];
  if (from <= until) return [];
  return [
    problem(
      `${at}/start`,
      `依預設的基準日，${from} 開始會晚於 ${until} 到期。`,
      `By the default anchors it would start on ${from}, after it is due on ${until}.`,
    ),
  ];
}

function leaveOutProblems(leaveOut: LeaveOut, at: string, { options }: Template): FieldProblem[] {
  return Object.entries(leaveOut).flatMap(([key, answer]) => {
    const pointer = `${at}/leaveOut/${key}`;
    const option = options.find((candidate) => candidate.key === key);
    if (!option) return [problem(pointer, `範本沒有「${key}」這個條件。`, `The template has no option "${key}".`)];
    if (option.choices.some(({ value }) => value === answer)) return [];
    const said = JSON.stringify(answer);
    return [problem(pointer, `這個條件沒有 ${said} 這個答案。`, `This option has no answer ${said}.`)];
  });
}

function placeProblems(items: readonly TemplateItem[]): FieldProblem[] {
  const seen = new Set<string>();
  const known = new Set(items.map(({ place }) => place));
  const once = (place: string, pointer: string) => {
    const isNew = !seen.has(place);
    seen.add(place);
    return isNew ? [] : [problem(`${pointer}/place`, `「${place}」出現兩次。`, `"${place}" stands twice.`)];
  };
  return items.flatMap((item, index) => {
    const at = `/items/${index}`;
    return [
      ...once(item.place, at),
      ...item.deliverables.flatMap(({ place }, i) => once(place, `${at}/deliverables/${i}`)),
      ...item.checks.flatMap(({ place }, i) => once(place, `${at}/checks/${i}`)),
      ...item.after.flatMap((place, i) =>
        known.has(place)
          ? []
          : [problem(`${at}/after/${i}`, `範本沒有「${place}」。`, `The template has no "${place}".`)],
      ),
    ];
  });
}

function cycles(items: readonly TemplateItem[]): FieldProblem[] {
  const index = new Map(items.map(({ place }, i) => [place, i]));
  const titles = new Map(items.map(({ place, title }) => [place, title]));
  return cycleProblems(items).map((text) => {
    const way = text.slice(text.indexOf(': ') + 2);
    const named = way
      .split(' → ')
      .map((place) => titles.get(place) ?? place)
      .join(' → ');
    const first = index.get(way.split(' → ')[0]!) ?? 0;
    return problem(`/items/${first}/after`, `前置工作繞成一圈：${named}`, `Predecessors go round: ${way}`);
  });
}
