/** What spreadsheets take for a formula, however wide it is written; apostrophes before it were text already. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;
const GUARDED = /^'(?='*[=+\-@\t\r＝＋－＠])/;

/** Text in a CSV that no program runs when it opens it. */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export function withoutGuard(text: string): string {
  return text.replace(GUARDED, '');
}
