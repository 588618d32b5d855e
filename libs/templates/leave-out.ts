import type { Bilingual } from '@convener/kernel';
import type { Answer, LeaveOut, Template, TemplateItem } from './template.types';

export type Answers = Readonly<Record<string, Answer>>;

export type LeftOutKind = 'work-item' | 'deliverable' | 'check';

export interface LeftOutReason extends Bilingual {
  code: 'option' | 'late-start' | 'already-there' | 'merged';
  option?: string;
}

/** Something of the template that the project does not get, and why. Parts of a left-out work item are not listed again. */
export interface LeftOut {
  place: string;
  title: string;
  titleEn: string | null;
  kind: LeftOutKind;
  reason: LeftOutReason;
}

/** The option whose answer leaves this out, or null. An option without an answer leaves nothing out. */
export function leavingOption(leaveOut: LeaveOut, answers: Answers): string | null {
  return Object.entries(leaveOut).find(([option, answer]) => answers[option] === answer)?.[0] ?? null;
}

/** The items that the answers keep, and what they leave out. A task that loses every output and indicator falls away itself. */
export function applyAnswers(template: Template, answers: Answers): { items: TemplateItem[]; leftOut: LeftOut[] } {
  const because = (option: string) => optionReason(template, option, answers[option]!);
  const leftOut: LeftOut[] = [];
  const items: TemplateItem[] = [];
  for (const item of template.items) {
    const parts = [...item.deliverables, ...item.checks];
    const partOptions = parts.map((part) => leavingOption(part.leaveOut, answers));
    const emptiedBy = parts.length > 0 && partOptions.every((option) => option !== null) ? partOptions[0]! : null;
    const itemOption = leavingOption(item.leaveOut, answers) ?? emptiedBy;
    if (itemOption !== null) {
      leftOut.push({ ...nameOf(item), kind: 'work-item', reason: because(itemOption) });
      continue;
    }
    const keep = <T extends TemplateItem['deliverables'][number] | TemplateItem['checks'][number]>(
      part: T,
      kind: LeftOutKind,
    ) => {
      const option = leavingOption(part.leaveOut, answers);
      if (option !== null) leftOut.push({ ...nameOf(part), kind, reason: because(option) });
      return option === null;
    };
    items.push({
      ...item,
      deliverables: item.deliverables.filter((deliverable) => keep(deliverable, 'deliverable')),
      checks: item.checks.filter((check) => keep(check, 'check')),
    });
  }
  return { items, leftOut };
}

export function nameOf(row: { place: string; title?: string; titleEn?: string; text?: string }) {
  return { place: row.place, title: row.title ?? row.text ?? '', titleEn: row.titleEn ?? null };
}

function optionReason(template: Template, option: string, answer: Answer): LeftOutReason {
  return { code: 'option', option, ...answerInWords(template, option, answer) };
}

/** What was asked and how it was answered. */
export function answerInWords({ options }: Pick<Template, 'options'>, key: string, answer: Answer): Bilingual {
  const option = options.find((one) => one.key === key);
  const choice = option?.choices.find(({ value }) => value === answer);
  return {
    zh: `「${option?.question.zh ?? key}」答「${choice?.name.zh ?? String(answer)}」`,
    en: `"${option?.question.en ?? key}" answered "${choice?.name.en ?? String(answer)}"`,
  };
}
