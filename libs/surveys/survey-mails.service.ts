import { publicLink } from '@convener/accounts';
import { Clock, dayAt } from '@convener/kernel';
import { Config, Database, insertAll, type Mail, plainRows } from '@convener/platform';
import { Project } from '@convener/projects';
import { RegisterRow } from '@convener/registers';
import { hashToken, newToken } from '@convener/sign-in';
import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { standOf } from './state.rules';
import { composeSurveyMail } from './survey-mail.compose';
import { Survey, SurveyKey, SurveyLink } from './survey.entity';

/** How long (ms) a job may hold a mail. Longer than any mail server's time-out, else a slow mail would go out twice. */
const LEASE_MS = 300_000;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 3_600_000;
/** Spread over about six hours. */
const MOST_ATTEMPTS = 12;
const MAILS_PER_SWEEP = 200;

/** The mail of a link on its way: taken under a lease, written, then marked as sent or tried again. */
@Injectable()
export class SurveyMailsService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The ids of links whose mails wait for a job. */
  async due(): Promise<string[]> {
    const rows = await this.database.select<{ id: string }>(DUE, [this.clock.now(), MAILS_PER_SWEEP]);
    return rows.map(({ id }) => id);
  }

  /** Takes the mail under a lease and writes it. Null when there is nothing to send, or another job has it. */
  open(id: string): Promise<{ attempt: number; mail: Mail } | null> {
    const now = this.clock.now();
    return this.database.write(async (em) => {
      const lease = { mailDueAt: now + LEASE_MS, mailAttempts: () => 'mail_attempts + 1' };
      const { affected } = await em.update(SurveyLink, { id, mailDueAt: LessThanOrEqual(now) }, lease);
      if (!affected) return null;
      const link = await em.findOneByOrFail(SurveyLink, { id });
      const mail = await this.write(em, link, now);
      if (mail) return { attempt: link.mailAttempts, mail };
      await em.update(SurveyLink, { id }, { mailStatus: 'none', mailDueAt: null });
      return null;
    });
  }

  async sent(id: string, attempt: number): Promise<void> {
    const done = { mailStatus: 'sent' as const, mailDueAt: null };
    await this.database.write((em) => em.update(SurveyLink, { id, mailAttempts: attempt }, done));
  }

  /** Tried again later, or given up. `never`: the mail server has refused it for good. */
  async failed(id: string, attempt: number, never: boolean): Promise<void> {
    const over = never || attempt >= MOST_ATTEMPTS;
    const dueAt = this.clock.now() + Math.min(FIRST_RETRY_MS * 3 ** (attempt - 1), LONGEST_RETRY_MS);
    const next = over ? { mailStatus: 'failed' as const, mailDueAt: null } : { mailDueAt: dueAt };
    await this.database.write((em) => em.update(SurveyLink, { id, mailAttempts: attempt }, next));
  }

  /**
   * Only hashes of tokens are kept, so each attempt brings one of its own. The key of the mail stays, and with it what a
   * mailbox knows it by; whichever copy is opened leads to the same one answer.
   */
  private async write(em: EntityManager, link: SurveyLink, now: number): Promise<Mail | null> {
    const survey = await em.findOneByOrFail(Survey, { id: link.surveyId });
    const project = await em.findOneByOrFail(Project, { id: survey.projectId });
    const to = await addressOf(em, link);
    if (link.answered || to === null || standOf(survey, dayAt(now, project.zone)) !== 'collecting') return null;
    const token = newToken();
    await insertAll(em, SurveyKey, [{ tokenHash: hashToken(token), linkId: link.id }]);
    const { title, titleEn, named } = survey;
    const page = publicLink(this.config.publicUrl, `/survey/${token}`);
    const text = composeSurveyMail({ projectName: project.name, title, titleEn, named, link: page });
    return { key: `survey-${link.id}-${link.mailRound}`, to, secrets: [token], ...text };
  }
}

/** As the list has it now: it may have been corrected since, or erased. */
async function addressOf(em: EntityManager, { rowId, emailKey }: SurveyLink): Promise<string | null> {
  const row = rowId === null || emailKey === null ? null : await em.findOneBy(RegisterRow, { id: rowId });
  const cell = row && Object.hasOwn(row.cells, emailKey!) ? row.cells[emailKey!] : undefined;
  return cell === undefined ? null : String(cell);
}

const DUE = 'SELECT id FROM survey_links WHERE mail_due_at <= ? ORDER BY mail_due_at LIMIT ?';

/** The links of these rows; see FollowedRows. Named answers stay, and are nobody's any more. */
export async function forgetRows(em: EntityManager, rowIds: readonly string[]): Promise<void> {
  if (rowIds.length === 0) return;
  await plainRows(em, 'DELETE FROM survey_links WHERE row_id IN ?*', [rowIds]);
  await plainRows(em, 'UPDATE survey_answers SET row_id = NULL WHERE row_id IN ?*', [rowIds]);
}
