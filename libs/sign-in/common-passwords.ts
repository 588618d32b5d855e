/** Only this one file of the package: its index would bring keyboards and word lists along. It has no types. */
const LIST = '@zxcvbn-ts/language-common/dist/passwords.json.js';

let known: Promise<ReadonlySet<string>> | null = null;

/** Tells whether a lower-case password is a common one. The list is read on first use: most processes never ask. */
export async function commonPasswords(): Promise<(folded: string) => boolean> {
  known ??= import(LIST).then(({ default: passwords }: { default: string[] }) => new Set(passwords));
  const passwords = await known;
  return (folded) => passwords.has(folded);
}
