import { randomUUID } from 'node:crypto';
import { allow, type SignedIn } from '@convener/access';
import { publicLink } from '@convener/accounts';
import { ActivityLog } from '@convener/activity';
import { Clock, conflict, dayAt } from '@convener/kernel';
import { Config, Database, insertAll, plainChange, plainRows, readAll } from '@convener/platform';
import { wrongField } from '@convener/projects';
import type { RegisterColumn } from '@convener/register-presets';
import { namingColumn, Register, RegisterRow, RegisterScopes, seenColumns } from '@convener/registers';
import { hashToken, newToken } from '@convener/sign-in';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requireNotClosed, standOf } from './state.rules';
import { type SurveyScope, SurveyScopes } from './survey-scopes';
import { SurveyKey, SurveyLink } from './survey.entity';

/** Of one survey. */
export const MOST_LINKS = 20_000;
/** Each time that links are given out they get one more; see SurveyKey. */
const MOST_KEYS = 200_000;

/** So many for nobody in particular, or one for each row of a list that has an e-mail address. */
export interface LinksAsked {
  count?: number;
  registerId?: string;
  /** The column of addresses; the first one of that type where it is not said. */
  emailKey?: string;
}

/** A link as it is given out: to be sent, printed, or shown as a QR code. */
export interface HandedLink {
  number: number;
  /** What the row is called; null where it is for nobody in particular. */
  name: string | null;
  link: string;
}

/** Makes the links of a survey and gives them out. A token is shown when it is made and kept nowhere. */
@Injectable()
export class SurveyLinksService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scopes: SurveyScopes,
    private readonly registers: RegisterScopes,
    private readonly activity: ActivityLog,
  ) {}

  /** Rows that have one already get no second. Answers how many were made. */
  make(person: SignedIn, surveyId: string, asked: LinksAsked): Promise<{ made: number }> {
    return this.database.write(async (em) => {
      const scope = await this.scopes.toManage(em, surveyId, person);
      requireNotClosed(scope.survey);
      const wanted = await this.wanted(em, person, scope, asked);
      const [last] = await plainRows<{ number: number | null; links: number | string }>(em, LAST, [surveyId]);
      if (Number(last!.links) + wanted.length > MOST_LINKS) throw tooMany();
      const links = wanted.map((of, at) =>
        newLink(surveyId, { kind: 'personal', number: (last!.number ?? 0) + at + 1, ...of }),
      );
      await insertAll(em, SurveyLink, links);
      if (links.length > 0) await this.record(em, scope, 'survey.links-made', { links: links.length });
      return { made: links.length };
    });
  }

  /** Those that were not used yet, each with a token of its own; what was given out before works as well. */
  handOut(person: SignedIn, surveyId: string): Promise<{ title: string; items: HandedLink[] }> {
    return this.database.write(async (em) => {
      const scope = await this.scopes.toManage(em, surveyId, person);
      requireNotClosed(scope.survey);
      const unused = `WHERE t.survey_id = ? AND t.kind = 'personal' AND t.answered = ? ORDER BY t.number`;
      const links = await readAll(em, SurveyLink, unused, [surveyId, boolean(em, false)]);
      if (links.length === 0) throw noLinks();
      const [kept] = await plainRows<{ keys: number | string }>(em, KEYS, [surveyId]);
      if (Number(kept!.keys) + links.length > MOST_KEYS) throw tooOften();
      const names = await namesOf(em, scope, links);
      const items = links.map((link) => ({ link, token: newToken() }));
      await insertAll(
        em,
        SurveyKey,
        items.map(({ link, token }) => ({ tokenHash: hashToken(token), linkId: link.id })),
      );
      await this.record(em, scope, 'survey.links-given', { links: links.length });
      return {
        title: scope.survey.title,
        items: items.map(({ link, token }) => ({
          ...{ number: link.number, name: (link.rowId && names.get(link.rowId)) || null, link: this.linkOf(token) },
        })),
      };
    });
  }

  /** The link for the hall. With `replace` those that hang there no longer work. */
  forHall(person: SignedIn, surveyId: string, replace: boolean): Promise<{ link: string }> {
    return this.database.write(async (em) => {
      const scope = await this.scopes.toManage(em, surveyId, person);
      requireNotClosed(scope.survey);
      const found = await em.findOneBy(SurveyLink, { surveyId, kind: 'hall' });
      const link = found ?? newLink(surveyId, { kind: 'hall', number: 1, rowId: null, emailKey: null });
      if (!found) await insertAll(em, SurveyLink, [link]);
      if (replace) await em.delete(SurveyKey, { linkId: link.id });
      const token = newToken();
      await insertAll(em, SurveyKey, [{ tokenHash: hashToken(token), linkId: link.id }]);
      await this.record(em, scope, replace && found ? 'survey.hall-replaced' : 'survey.hall-given');
      return { link: this.linkOf(token) };
    });
  }

  /**
   * Has the links of rows mailed that were not: with `again` also those that were, where nobody has answered yet. Answers
   * how many mails that is; jobs send them.
   */
  mail(person: SignedIn, surveyId: string, again: boolean): Promise<{ mails: number }> {
    return this.database.write(async (em) => {
      const scope = await this.scopes.toManage(em, surveyId, person);
      const now = this.clock.now();
      if (standOf(scope.survey, dayAt(now, scope.project.zone)) !== 'collecting') throw notCollecting();
      const states = again ? ['none', 'sent', 'failed'] : ['none', 'failed'];
      const mails = await plainChange(em, ASK_FOR_MAILS, [now, surveyId, boolean(em, false), states]);
      if (mails > 0) await this.record(em, scope, again ? 'survey.reminded' : 'survey.mailed', { mails });
      return { mails };
    });
  }

  private async wanted(em: EntityManager, person: SignedIn, { survey, project }: SurveyScope, asked: LinksAsked) {
    const { count, registerId, emailKey } = asked;
    if ((count === undefined) === (registerId === undefined)) throw wrongField('/count', ONE_OF_THEM);
    if (registerId === undefined) return Array.from({ length: count! }, () => ({ rowId: null, emailKey: null }));
    const { register, actor } = await this.registers.look(em, registerId, person);
    if (register.projectId !== project.id) throw wrongField('/registerId', ANOTHER_PROJECT);
    allow(actor, 'registers.personal', register);
    const column = emailColumn(register, emailKey);
    const rows = await readAll(em, RegisterRow, FREE_ROWS, [registerId, survey.id]);
    const withAddress = rows.filter(({ cells }) => Object.hasOwn(cells, column.key));
    return withAddress.map(({ id }) => ({ rowId: id, emailKey: column.key }));
  }

  private linkOf(token: string): string {
    return publicLink(this.config.publicUrl, `/survey/${token}`);
  }

  private record(
    em: EntityManager,
    { project, actor, survey: { id, title } }: SurveyScope,
    action: string,
    after?: Record<string, unknown>,
  ): Promise<void> {
    const subject = { type: 'survey' as const, id, title };
    return this.activity.record(em, { projectId: project.id, actorId: actor.personId, action, subject, after });
  }
}

type LinkOf = Pick<SurveyLink, 'kind' | 'number' | 'rowId' | 'emailKey'>;

/** Random, like an answer: nothing about it shall sort with what was answered by it. */
const newLink = (surveyId: string, of: LinkOf): SurveyLink => ({
  ...{ id: randomUUID(), surveyId, ...of, answered: false, receiptHash: null },
  ...{ mailStatus: 'none', mailDueAt: null, mailAttempts: 0, mailRound: 0 },
});

function emailColumn({ columns }: Register, key: string | undefined): RegisterColumn {
  const found = columns.find((column) => column.type === 'e-mail' && (key === undefined || column.key === key));
  if (!found) throw wrongField(key === undefined ? '/registerId' : '/emailKey', NO_ADDRESSES);
  return found;
}

/** What the rows are called, as far as the reader sees it. */
async function namesOf(
  em: EntityManager,
  { actor }: SurveyScope,
  links: readonly SurveyLink[],
): Promise<Map<string, string>> {
  const ids = links.flatMap(({ rowId }) => rowId ?? []);
  if (ids.length === 0) return new Map();
  const rows = await readAll(em, RegisterRow, 'WHERE t.id IN ?*', [ids]);
  const registerIds = [...new Set(rows.map(({ registerId }) => registerId))];
  const lists = await readAll(em, Register, 'WHERE t.id IN ?*', [registerIds]);
  const naming = new Map(lists.map((list) => [list.id, namingColumn(seenColumns(actor, list))?.key]));
  return new Map(
    rows.flatMap(({ id, registerId, cells }) => {
      const key = naming.get(registerId);
      return key !== undefined && Object.hasOwn(cells, key) ? [[id, String(cells[key])] as const] : [];
    }),
  );
}

/** As the database keeps it: SQLite has no booleans. */
export function boolean(em: EntityManager, value: boolean): boolean | number {
  return em.dataSource.options.type === 'postgres' ? value : Number(value);
}

const LAST = `
  SELECT MAX(number) AS "number", COUNT(*) AS "links" FROM survey_links WHERE survey_id = ? AND kind = 'personal'`;
const KEYS = `
  SELECT COUNT(*) AS "keys" FROM survey_keys k JOIN survey_links l ON l.id = k.link_id WHERE l.survey_id = ?`;
const FREE_ROWS = `WHERE t.register_id = ? AND t.status <> 'dropped' AND t.erased_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM survey_links l WHERE l.survey_id = ? AND l.row_id = t.id) ORDER BY t.position`;
const ASK_FOR_MAILS = `
  UPDATE survey_links SET mail_status = 'due', mail_due_at = ?, mail_attempts = 0, mail_round = mail_round + 1
   WHERE survey_id = ? AND answered = ? AND kind = 'personal' AND row_id IS NOT NULL AND mail_status IN ?*`;

const ONE_OF_THEM = {
  zh: '請指定數量，或選一份名單（擇一）。',
  en: 'Give either a number or a list.',
};
const ANOTHER_PROJECT = { zh: '這份名單不屬於這個專案。', en: 'That list is of another project.' };
const NO_ADDRESSES = {
  zh: '這份名單沒有電子郵件欄；請選別的名單，或先加上電子郵件欄。',
  en: 'That list has no column of e-mail addresses. Choose another, or add such a column first.',
};
const tooMany = () =>
  conflict('too-many-links', {
    zh: `一份調查最多 ${MOST_LINKS} 個個人連結；人數更多時請用現場公開連結。`,
    en: `A survey has ${MOST_LINKS} personal links at most. For more people use the link for the hall.`,
  });
const noLinks = () =>
  conflict('no-links', {
    zh: '沒有還沒用過的個人連結；請先產生連結。',
    en: 'There is no unused personal link. Make some first.',
  });
const tooOften = () =>
  conflict('links-given-too-often', {
    zh: '這些連結已經匯出太多次；請使用先前匯出的檔案。',
    en: 'These links were given out too often. Use an earlier export.',
  });
const notCollecting = () =>
  conflict('survey-not-open', {
    zh: '這份調查現在不能填答，寄出的連結打不開。請先開放填答，並確認開始日與截止日。',
    en: 'Nobody can answer this survey now, so mailed links would not work. Open it first, and look at its days.',
  });
