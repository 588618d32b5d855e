declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { position: number; required: boolean } | null;
  }
}

declare module 'fontkit' {
  export interface Glyph {
    id: number;
    advanceWidth: number;
  }
  export interface Font {
    unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): Glyph;
    layout(text: string, features: string[]): { glyphs: Glyph[] };
  }
  export function create(file: Uint8Array): Font;
}

declare module 'yazl' {
  interface EntryOptions {
    mtime?: Date;
    mode?: number;
    compress?: boolean;
    forceDosTimestamp?: boolean;
  }
  import type { EventEmitter } from 'node:events';

  export class ZipFile extends EventEmitter {
    readonly outputStream: NodeJS.ReadableStream;
    addFile(path: string, name: string, options?: EntryOptions): void;
    addBuffer(content: Buffer, name: string, options?: EntryOptions): void;
    addReadStream(source: NodeJS.ReadableStream, name: string, options?: EntryOptions): void;
    end(): void;
  }
}
