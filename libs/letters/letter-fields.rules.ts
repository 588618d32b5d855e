/**
 * How fields stand in a template: `{{姓名}}`, also with the wide braces that a Chinese keyboard writes. The spaces around a
 * name are within it: told apart here, a template of nothing but spaces kept the process busy for hours.
 */
export const FIELD = /[{｛]{2}([^{}｛｝\n]{1,80})[}｝]{2}/g;
/** What is left of a field that nobody closed. */
export const UNCLOSED = /[{｛]{2}[^\n]{0,20}/;

/** What each field becomes, by its folded name. */
export type Values = ReadonlyMap<string, string>;

/** A field is the same however wide or large its letters are written. */
export const foldedField = (name: string): string => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** The fields that nothing is known of, each once, as the template writes them. */
export function unknownFields(fields: readonly string[], known: ReadonlySet<string>): string[] {
  return [...new Set(fields)].filter((field) => !known.has(foldedField(field)));
}
