/** What is used of it: it comes without types. */
declare module 'saxen' {
  type DecodeEntities = (text: string) => string;

  export class Parser {
    /** `attributes` answers false where they can't be read; their values still hold entities. */
    on(
      event: 'openTag',
      handler: (name: string, attributes: () => Record<string, string> | false, decodeEntities: DecodeEntities) => void,
    ): this;
    on(event: 'closeTag' | 'cdata', handler: (text: string) => void): this;
    /** What begins with `<!`, such as a DTD. */
    on(event: 'attention', handler: () => void): this;
    on(event: 'text', handler: (text: string, decodeEntities: DecodeEntities) => void): this;
    /** Throws where it is no XML. */
    parse(xml: string): void;
  }
}
