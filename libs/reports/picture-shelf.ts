import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { Paper } from '@convener/papers';
import { Database, FileMissing, FileStore, isImage, plainRows } from '@convener/platform';
import sharp from 'sharp';

/** A picture half a page wide needs no more pixels (150 dpi over 16 cm), and a report of hundreds stays one that can be mailed. */
const WIDEST = 950;
const QUALITY = 78;

/** Pictures that lie ready for a document, by their file's id. */
export interface Shelf {
  paths: Record<string, string>;
  clear(): Promise<void>;
}

/** Fetches a document's pictures from the store, one after the other, as small as print needs them. */
@Injectable()
export class PictureShelf {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
  ) {}

  /** A picture that is gone is left out. Throws where the signal does, and leaves nothing. */
  async fill(paper: Paper, projectId: string, signal: AbortSignal): Promise<Shelf> {
    const ids = paper.blocks.flatMap((block) =>
      block.type === 'pictures' ? block.items.map(({ fileId }) => fileId) : [],
    );
    if (ids.length === 0) return { paths: {}, clear: () => Promise.resolve() };
    const folder = await mkdtemp(join(tmpdir(), 'convener-pictures-'));
    const clear = () => rm(folder, { recursive: true, force: true });
    try {
      const paths: Record<string, string> = {};
      for (const { id, key } of await this.files(ids, projectId)) {
        signal.throwIfAborted();
        const path = join(folder, `${id}.jpg`);
        if (await this.shrunk(key, path)) paths[id] = path;
      }
      return { paths, clear };
    } catch (error) {
      await clear();
      throw error;
    }
  }

  /** Only pictures of that project: whoever writes a document can't reach into another one's. */
  private files(ids: readonly string[], projectId: string): Promise<{ id: string; key: string }[]> {
    return this.database.read(async (em) => {
      const found = await plainRows<{ id: string; key: string; mediaType: string }>(em, FILES, [projectId, ids]);
      return found.filter(({ mediaType }) => isImage(mediaType));
    });
  }

  private async shrunk(key: string, path: string): Promise<boolean> {
    try {
      const shrink = sharp().resize({ width: WIDEST, withoutEnlargement: true }).flatten({ background: '#fff' });
      await pipeline(await this.store.read(key), shrink.jpeg({ quality: QUALITY }), createWriteStream(path));
      return true;
    } catch (error) {
      if (error instanceof FileMissing) return false;
      throw error;
    }
  }
}

const FILES = `SELECT evidence_id AS id, store_key AS key, media_type AS "mediaType"
  FROM evidence_files WHERE project_id = ? AND evidence_id IN ?* ORDER BY evidence_id`;
