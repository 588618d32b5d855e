import type { LeaveOut, TemplateList, TemplateOption } from '@convener/templates';

/** A question with its answers, in one line. */
export function optionText({ question, help, choices }: TemplateOption): string {
  return [question.zh, help?.zh, choices.map(({ name }) => name.zh).join('／')].filter(Boolean).join('｜');
}

/** What a list is, in one line. */
export function listText({ columns, team, crewOnly }: TemplateList): string {
  return [columns.map(({ name }) => name).join('、'), team, crewOnly && '只給工作人員'].filter(Boolean).join('｜');
}

/** When something is left out, with the questions' own words; null where nothing leaves it out. */
export function leaveOutText(leaveOut: LeaveOut, options: readonly TemplateOption[]): string | null {
  const said = Object.entries(leaveOut).map(([key, answer]) => {
    const option = options.find((candidate) => candidate.key === key);
    const choice = option?.choices.find(({ value }) => value === answer);
    return `${option?.question.zh ?? key} ${choice?.name.zh ?? String(answer)}`;
  });
  return said.length === 0 ? null : said.sort().join('、');
}
