/** Windows opens no path of more than 260 characters: what is above it in somebody's own folders has room too. */
const LONGEST_FOLDER = 60;
const LONGEST_FILE = 80;

/** What Windows, macOS or Linux take in no name, and what nobody sees in one. */
const UNFIT = /[<>:"|?*\\/\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text as the name of a folder. */
export function folderName(text: string): string {
  const clean = text.normalize('NFC').replace(UNFIT, ' ').replace(/\s+/g, ' ').trim();
  const short = [...clean].slice(0, LONGEST_FOLDER).join('');
  // A dot or a blank at the end is lost on Windows, and two folders become one.
  return short.replace(/[. ]+$/, '') || '_';
}

/** A file's name, short enough, with its ending. */
export function shortName(name: string): string {
  const at = name.lastIndexOf('.');
  const [stem, ending] = at > 0 ? [name.slice(0, at), name.slice(at)] : [name, ''];
  return `${folderName([...stem].slice(0, LONGEST_FILE - ending.length).join(''))}${ending}`;
}

/** Gives out each path once: a second file of one name in a folder is told from the first, also where only case differs. */
export class PackPaths {
  private readonly taken = new Set<string>();

  path(folder: string, name: string): string {
    const at = name.lastIndexOf('.');
    const [stem, ending] = at > 0 ? [name.slice(0, at), name.slice(at)] : [name, ''];
    for (let n = 1; ; n += 1) {
      const path = `${folder}/${n === 1 ? name : `${stem} (${n})${ending}`}`;
      if (this.taken.has(path.toLowerCase())) continue;
      this.taken.add(path.toLowerCase());
      return path;
    }
  }
}
