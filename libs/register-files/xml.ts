import { CallerError } from '@convener/kernel';
import { Parser } from 'saxen';
import { brokenWorkbook } from './refusals';

export interface XmlReader {
  /** `attribute` answers by the name without its prefix. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads the XML of a workbook; names come without their prefixes. Whoever defines entities of their own means harm: no
 * spreadsheet program writes a DTD.
 */
export function readXml(xml: string, { open, text, close }: XmlReader): void {
  const parser = new Parser()
    .on('openTag', (name, attributes, decode) =>
      open(local(name), (wanted) => {
        const found = attributes() || {};
        const key = wanted in found ? wanted : Object.keys(found).find((one) => one.endsWith(`:${wanted}`));
        return key === undefined ? undefined : decode(found[key]!);
      }),
    )
    .on('attention', () => {
      throw brokenWorkbook();
    });
  if (text) parser.on('text', (words, decode) => text(decode(words))).on('cdata', text);
  if (close) parser.on('closeTag', (name) => close(local(name)));
  try {
    parser.parse(xml);
  } catch (error) {
    throw error instanceof CallerError ? error : brokenWorkbook();
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
