import { rm } from 'node:fs/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Person, type SignedIn } from '@convener/access';
import { type Bilingual, CallerError, TransientError } from '@convener/kernel';
import { PaperPress, PaperTooBig } from '@convener/papers';
import { Database, databaseFault, FileStoreAway, HandlesJob, Incoming, type JobHandler } from '@convener/platform';
import { type Composed, Composing } from './composing';
import { makeDocument } from './documents.service';
import { HandingIn } from './handing-in';
import { type Finished, Leases, NEARLY, Unwanted } from './leases';
import type { MadeDocument } from './made-document.entity';
import { MadeFiles } from './made-files';
import { PictureShelf } from './picture-shelf';

/** How often (ms) the row hears that somebody is still at it, and is asked whether it is still wanted. */
const HOLD_MS = 1000;

/** Makes one document: reads what it says, writes its file, keeps it, and hands it in where that is asked for. */
@Injectable()
@HandlesJob(makeDocument)
export class MakeDocumentJob implements JobHandler<{ id: string }> {
  private readonly logger = new Logger(MakeDocumentJob.name);

  constructor(
    private readonly database: Database,
    private readonly leases: Leases,
    private readonly composing: Composing,
    private readonly shelf: PictureShelf,
    private readonly press: PaperPress,
    private readonly incoming: Incoming,
    private readonly files: MadeFiles,
    private readonly handingIn: HandingIn,
  ) {}

  async run({ id }: { id: string }): Promise<void> {
    const row = await this.leases.take(id);
    if (!row) return;
    const path = await this.incoming.newPath();
    try {
      const { evidenceId, fault } = await this.make(row, path);
      await this.leases.finish(row, evidenceId, fault);
    } catch (error) {
      await this.ended(row, error);
    } finally {
      await rm(path, { force: true });
    }
  }

  private async make(row: MadeDocument, path: string): Promise<{ evidenceId: string | null; fault: Bilingual | null }> {
    const person = await this.asker(row.askedBy);
    return this.held(row, async (signal, progress) => {
      const finished = (await this.files.before(row, path)) ?? (await this.anew(person, row, path, signal, progress));
      progress(NEARLY);
      signal.throwIfAborted();
      return this.handingIn.handIn(person, row, finished, path);
    });
  }

  private async anew(
    person: SignedIn,
    row: MadeDocument,
    path: string,
    signal: AbortSignal,
    progress: (done: number) => void,
  ): Promise<Finished> {
    const composed = await this.database.read((em) => this.composing.compose(em, person, row.projectId, row));
    await this.write(row, composed, path, signal, progress);
    return this.files.keep(row, composed, path, signal);
  }

  private async write(
    { format, projectId }: MadeDocument,
    { kind, about, paper }: Composed,
    path: string,
    signal: AbortSignal,
    progress: (done: number) => void,
  ): Promise<void> {
    const produce = kind.produce?.[format];
    if (produce && (await produce(about, { path, signal, progress })) !== 'press') return;
    const shelf = await this.shelf.fill(paper, projectId, signal);
    try {
      await this.press.press(paper, format, shelf.paths, path, { signal, onProgress: progress });
    } finally {
      await shelf.clear();
    }
  }

  /** Does the work under the lease; where that is lost, the work is aborted. */
  private async held<T>(
    row: MadeDocument,
    work: (signal: AbortSignal, progress: (done: number) => void) => Promise<T>,
  ): Promise<T> {
    const abort = new AbortController();
    let done = 0;
    const beat = setInterval(() => {
      this.leases.hold(row, Math.min(done, NEARLY)).then(
        (holds) => holds || abort.abort(new Unwanted()),
        // The database is away for a moment; the lease outlives it, and keep() asks again.
        () => undefined,
      );
    }, HOLD_MS);
    try {
      return await work(abort.signal, (now) => (done = now));
    } finally {
      clearInterval(beat);
    }
  }

  private async ended(row: MadeDocument, error: unknown): Promise<void> {
    if (error instanceof Unwanted) return;
    if (isPassing(error)) {
      await this.leases.release(row).catch(() => undefined);
      throw error instanceof TransientError ? error : new TransientError(String(error), { cause: error });
    }
    if (error instanceof CallerError) return void (await this.leases.fail(row, error.text));
    if (error instanceof PaperTooBig) return void (await this.leases.fail(row, TOO_BIG));
    this.logger.error(
      `Document ${row.id} (${row.kind}) failed: ${String(error)}`,
      error instanceof Error ? error.stack : undefined,
    );
    await this.leases.fail(row, OUR_FAULT);
  }

  private async asker(id: string): Promise<SignedIn> {
    const person = await this.database.read((em) => em.findOneBy(Person, { id }));
    if (!person?.active) throw new CallerError(403, 'forbidden', GONE);
    const { name, email, workspaceRole, locale, version } = person;
    return { personId: id, name, email, workspaceRole, locale, version };
  }
}

const isPassing = (error: unknown) =>
  error instanceof TransientError || error instanceof FileStoreAway || databaseFault(error) !== null;

const GONE = { zh: '要求這份文件的人已停用。', en: 'Whoever asked for it has no account any more.' };
const TOO_BIG = {
  zh: '文件太大，無法在記憶體限制內完成。請減少照片或縮小範圍。',
  en: 'The document is too big for the memory that it may take. Leave out pictures, or ask for less of it.',
};
const OUR_FAULT = {
  zh: '產製時發生錯誤，已記錄。請再試一次；仍失敗請通知管理者。',
  en: 'Something went wrong while it was made, and was logged. Try again, and tell whoever runs the server if it stays.',
};
