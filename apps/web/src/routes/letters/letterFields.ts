/** A field as it is written in a template. */
export const fieldMark = (name: string): string => `{{${name}}}`;

/** Names in words, each as it is written in a template. */
export const fieldMarks = (names: readonly string[], comma: string): string => names.map(fieldMark).join(comma);
