/** What is used of it: it comes without types. */
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag' | 'closeTag', handler: (name: string) => void): this;
    on(event: 'text', handler: (text: string, decodeEntities: (text: string) => string) => void): this;
    /** Throws where it is no XML. */
    parse(xml: string): void;
  }
}
