import { AsyncResource } from 'node:async_hooks';
import type { SignedIn } from '@convener/access';
import { CallerError, TransientError } from '@convener/kernel';
import { Live, type News } from '@convener/platform';
import { LiveScope } from '@convener/projects';
import { SessionsService } from '@convener/sign-in';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Audience, concerns, movesAccess } from './audience';
import { EventStream } from './event-stream';

/** Every so often (ms) each stream beats, and is asked whether it may go on. Proxies cut a silence of 30 to 60 s. */
const BEAT_MS = 20_000;
/** Open at once in one session. A browser holds six connections to a server without HTTP/2. */
export const STREAMS_MOST = 12;

interface Listening extends Audience {
  sessionId: string;
  stream: EventStream;
}

/** The streams that are open in this process. */
@Injectable()
export class LiveStreams implements OnModuleDestroy {
  private readonly open = new Set<Listening>();
  private readonly opening = new Map<string, number>();
  private readonly beating = setInterval(() => void this.look(), BEAT_MS).unref();
  private looking = false;
  private asked: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly live: Live,
    private readonly scope: LiveScope,
    private readonly sessions: SessionsService,
  ) {}

  /** Tells what changes in one project, or (null) in all of the person's own. Throws what a refusal is answered with. */
  async listen(person: SignedIn, sessionId: string, projectId: string | null, reply: FastifyReply): Promise<void> {
    if (this.stopping) throw new TransientError('The server is shutting down');
    const opening = this.opening.get(sessionId) ?? 0;
    if (opening + this.count(sessionId) >= STREAMS_MOST) throw tooMany();
    this.opening.set(sessionId, opening + 1);
    try {
      const projects = await this.projects(person, projectId);
      const stream = new EventStream(reply);
      this.begin({ personId: person.personId, sessionId, projectId, projects, stream });
    } finally {
      this.opening.set(sessionId, this.opening.get(sessionId)! - 1);
      if (this.opening.get(sessionId) === 0) this.opening.delete(sessionId);
    }
  }

  /** How many streams somebody has open in this process. */
  openFor(personId: string): number {
    return [...this.open].filter((one) => one.personId === personId).length;
  }

  /** Beats, and ends the streams of sessions that are over and of people who have lost the project. */
  async look(): Promise<void> {
    for (const { stream } of this.open) stream.beat();
    if (this.looking) return;
    this.looking = true;
    // One after the other: a thousand questions at once would hold up everybody's work.
    for (const one of this.open) await this.askAgain(one);
    this.looking = false;
  }

  /** At once: a stop waits for whoever is inside, and these would stay. */
  onModuleDestroy(): void {
    this.stopping = true;
    clearInterval(this.beating);
    for (const { stream } of this.open) stream.end();
  }

  private begin(one: Listening): void {
    const { stream } = one;
    this.open.add(one);
    stream.send('ready');
    // News come out of other people's requests: what follows here is none of theirs.
    const heard = AsyncResource.bind((news: News) => void this.pass(one, news));
    const stop = this.live.listen({ heard, hearing: (others) => stream.send(others ? 'hearing' : 'deaf') });
    stream.whenOver(() => {
      stop();
      this.open.delete(one);
    });
    if (this.stopping) stream.end();
  }

  private async pass(one: Listening, news: News): Promise<void> {
    // In turn, as in look(): a change of many things may move everybody's access at once.
    if (movesAccess(one, news)) await (this.asked = this.asked.then(() => this.askAgain(one)));
    if (!concerns(one, news)) return;
    if ('personId' in news) one.stream.send('inbox');
    else one.stream.send('changed', { project: news.projectId, things: news.things });
  }

  private async askAgain(one: Listening): Promise<void> {
    try {
      const person = await this.sessions.whose(one.sessionId);
      if (person) one.projects = await this.projects(person, one.projectId);
      else one.stream.end();
    } catch (error) {
      // A database that is away refuses every read as well, and says so; the stream need not.
      if (error instanceof CallerError) one.stream.end();
    }
  }

  private projects(person: SignedIn, projectId: string | null): Promise<ReadonlySet<string>> {
    return projectId === null ? this.scope.own(person) : this.scope.project(person, projectId);
  }

  private count(sessionId: string): number {
    return [...this.open].filter((one) => one.sessionId === sessionId).length;
  }
}

const tooMany = () =>
  new CallerError(
    429,
    'too-many-streams',
    { zh: '同時開啟的頁面太多，請關閉幾個再試。', en: 'Too many pages are open at once. Close some and try again.' },
    [],
    { retryAfter: 30 },
  );
