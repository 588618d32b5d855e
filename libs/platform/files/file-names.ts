import { MEDIA_TYPES } from './media-types';

const LONGEST = 120;
/** Control characters, and those that turn the direction of text round, with which "exe.jpg" can be made of "gpj.exe". */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** What Windows, macOS or Linux don't take in a name. */
const FORBIDDEN = /[<>:"|?*\\/]/g;

/**
 * A file's name as somebody gave it, made fit to be shown and saved under on any system: no path, nothing unseen, and
 * an ending that says what the content is, whatever it was called.
 */
export function fileName(given: string, mediaType: string): string {
  const last = given.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const clean = last
    .replace(UNSEEN, '')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const endings = MEDIA_TYPES[mediaType] ?? ['bin'];
  const [, stem = clean, ending = ''] = /^(.+)\.([^.]{1,8})$/u.exec(clean) ?? [];
  const honest = endings.includes(ending.toLowerCase());
  const name = honest ? stem : clean;
  return `${[...(name || 'file')].slice(0, LONGEST).join('').trim()}.${honest ? ending : endings[0]}`;
}

/** Content-Disposition (RFC 6266) for any name: plain letters for old programs, the true name beside them. */
export function disposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`;
}
