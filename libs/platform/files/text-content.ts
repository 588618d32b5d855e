const UTF8 = new TextDecoder('utf-8', { fatal: true });
/** Office programs in Taiwan still write CSV in it. */
const BIG5 = new TextDecoder('big5', { fatal: true });
/** All of ASCII's control characters but tab, line feed, form feed and carriage return. */
const CONTROL = /[\0-\x08\x0b\x0e-\x1f\x7f]/;
/** Whatever a browser could take for a page, or a shell for a program. */
const MARKUP = /^\s*<|^#!|<\s*(!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|\?php)\b/i;

/** `text`, `markup` (HTML, SVG, XML, a script), or null where it is neither UTF-8 nor Big5 text. */
export function textKind(content: Uint8Array): 'text' | 'markup' | null {
  const text = decoded(content);
  if (text === null || CONTROL.test(text)) return null;
  return MARKUP.test(text) ? 'markup' : 'text';
}

function decoded(content: Uint8Array): string | null {
  for (const decoder of [UTF8, BIG5]) {
    try {
      return decoder.decode(content);
    } catch {
      continue;
    }
  }
  return null;
}
