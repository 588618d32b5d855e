import { AlignmentType, type IPropertiesOptions, LevelFormat, LineRuleType } from 'docx';
import { COLOURS, SIZES } from '../looks';
import type { PaperLanguage } from '../paper';

/** The fonts that Word in Taiwan writes Han and Latin text in; what stands in for them says word/fontTable.xml. */
export const HAN_FONT = 'Microsoft JhengHei';
export const LATIN_FONT = 'Calibri';
const FAMILY = { ascii: LATIN_FONT, hAnsi: LATIN_FONT, eastAsia: HAN_FONT, cs: LATIN_FONT };

function heading(size: number, colour: string, before: number, level: number) {
  return {
    run: { font: FAMILY, size: size * 2, bold: true, color: colour },
    paragraph: { keepNext: true, keepLines: true, outlineLevel: level, spacing: { before, after: 80 } },
  };
}

export function stylesFor(language: PaperLanguage): NonNullable<IPropertiesOptions['styles']> {
  const toc = (level: number) => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    run: { bold: level === 1 },
    paragraph: { spacing: { before: 0, after: 40 }, indent: { left: (level - 1) * 360 } },
  });
  return {
    default: {
      document: {
        run: {
          font: FAMILY,
          size: SIZES.text * 2,
          color: COLOURS.ink,
          // `value` is the language of Latin letters: called Chinese, their words are broken anywhere.
          language: { value: language === 'zh-TW' ? 'en-US' : 'en-GB', eastAsia: 'zh-TW' },
        },
        paragraph: { spacing: { before: 60, after: 60, line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: FAMILY, size: SIZES.title * 2, bold: true, color: COLOURS.accent },
        paragraph: { alignment: AlignmentType.CENTER },
      },
      heading1: heading(SIZES.h1, COLOURS.accent, 360, 0),
      heading2: heading(SIZES.h2, COLOURS.accent, 240, 1),
      heading3: heading(SIZES.h3, COLOURS.ink, 200, 2),
    },
    paragraphStyles: [toc(1), toc(2)],
  };
}

export const NUMBERS = 'numbers';
export const DOTS = 'dots';

export const NUMBERING: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    { reference: NUMBERS, levels: [level(LevelFormat.DECIMAL, '%1.')] },
    { reference: DOTS, levels: [level(LevelFormat.BULLET, '•')] },
  ],
};

function level(format: 'decimal' | 'bullet', text: string) {
  return {
    level: 0,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 480, hanging: 360 } } },
  };
}
