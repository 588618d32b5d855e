import { randomUUID } from 'node:crypto';
import type { Locale } from '@convener/access';
import { CallerError, Clock, conflict, type Day, dayAt } from '@convener/kernel';
import { afterCommit, Database, insertAll, Live, plainRows } from '@convener/platform';
import { lockRow, Project, wrongAnswers, wrongField } from '@convener/projects';
import { Attempts, hashToken, type Limit, networkOf } from '@convener/sign-in';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type GivenAnswer, readAnswers } from './answers.rules';
import type { Section } from './questions.rules';
import { standOf } from './state.rules';
import { type LinkKind, Survey, SurveyAnswer, SurveyDevice, SurveyLink } from './survey.entity';
import { boolean } from './survey-links.service';

/** Tokens that lead nowhere, from one network. Nobody guesses 256 bits: this only keeps those busy who try. */
const GUESSES: Limit = { most: 100, windowMs: 10 * 60_000 };
/** Answers by a link of the hall from one network: a full hall shares one, a script would send more. */
const HALL_ANSWERS: Limit = { most: 600, windowMs: 60 * 60_000 };
/** Of one survey by links of the hall. */
const MOST_HALL_ANSWERS = 20_000;

/** How somebody with a link stands to the survey. `waiting`: its first day is still to come. */
export const GUEST_STANDS = ['waiting', 'open', 'answered'] as const;
export type GuestStand = (typeof GUEST_STANDS)[number];

/** What the page of a link shows. Nothing of it says whose link it is. */
export interface ShownSurvey {
  stand: GuestStand;
  projectName: string;
  title: string;
  titleEn: string | null;
  intro: string | null;
  introEn: string | null;
  dataNote: string | null;
  dataNoteEn: string | null;
  named: boolean;
  linkKind: LinkKind;
  opensDay: Day | null;
  closesDay: Day | null;
  /** Empty unless it can be answered. */
  sections: Section[];
}

export interface Submission {
  /** Of the submission, made by whoever sends it: the same one that arrives again is answered as before. */
  submissionId: string;
  consent: boolean;
  /** As the page said it to whoever agreed: where the survey says otherwise by now, nothing is kept. */
  named: boolean;
  locale: Locale;
  answers: GivenAnswer[];
}

/** From where somebody answers. `device`: what the cookie says, which counts by links of the hall. */
export interface Guest {
  address: string;
  device: string;
}

interface Opened {
  link: SurveyLink;
  survey: Survey;
  project: Project;
  today: Day;
}

/** What people without an account do with the link of a survey. */
@Injectable()
export class SurveyAnswersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
    private readonly live: Live,
  ) {}

  /** Throws the same 404 for a link that never was, was taken back, or whose survey is over. */
  async show(token: string, guest: Guest): Promise<ShownSurvey> {
    const shown = await this.database.read(async (em) => {
      const opened = await this.opened(em, token, 'look');
      return opened && shownTo(opened, await hasAnswered(em, opened.link, hashToken(guest.device)));
    });
    return shown ?? this.refuse(guest);
  }

  /** Keeps the answers. Throws 409 where the link, or in the hall the device, was used for others before. */
  async submit(token: string, guest: Guest, given: Submission): Promise<void> {
    if (!given.consent) throw wrongField('/consent', NO_CONSENT);
    const receipt = hashToken(given.submissionId);
    const look = await this.database.read(async (em) => {
      const opened = await this.opened(em, token, 'look');
      return opened && { link: opened.link, again: await isAgain(em, opened.link, receipt) };
    });
    if (!look) return this.refuse(guest);
    if (look.again) return;
    if (look.link.kind === 'hall')
      await this.attempts.admit(`survey ${look.link.id} ${networkOf(guest.address)}`, HALL_ANSWERS);
    const kept = await this.database.write((em) => this.keep(em, token, guest, given, receipt));
    if (!kept) await this.refuse(guest);
  }

  private async keep(em: EntityManager, token: string, guest: Guest, given: Submission, receipt: string) {
    const opened = await this.opened(em, token, 'keep');
    if (!opened) return false;
    const { link, survey, project, today } = opened;
    if (standOf(survey, today) === 'waiting') throw tooEarly();
    // Until the first answer it may become named: whoever was told that it is anonymous would be kept by name.
    if (given.named !== survey.named) throw saidOtherwise(survey.named);
    const { answers, problems } = readAnswers(survey.sections, given.answers);
    if (problems.length > 0) throw wrongAnswers(problems);
    if (!(await use(em, link, hashToken(guest.device), receipt))) {
      // One that overlapped with this may have been this very one.
      if (await isAgain(em, link, receipt)) return true;
      throw usedUp(link.kind);
    }
    const answer = { id: randomUUID(), surveyId: survey.id, linkKind: link.kind, day: today, locale: given.locale };
    await insertAll(em, SurveyAnswer, [{ ...answer, answers, rowId: survey.named ? link.rowId : null }]);
    const things = [{ kind: 'survey-answers', id: survey.id }];
    afterCommit(em, () => this.live.tell({ projectId: project.id, things }));
    return true;
  }

  /** Null where the link leads nowhere. `keep`: neither its questions nor its state change meanwhile. */
  private async opened(em: EntityManager, token: string, use: 'look' | 'keep'): Promise<Opened | null> {
    const [key] = await plainRows<{ linkId: string; surveyId: string }>(em, BY_TOKEN, [hashToken(token)]);
    if (!key) return null;
    const survey =
      use === 'look'
        ? await em.findOneBy(Survey, { id: key.surveyId })
        : await lockRow(em, Survey, key.surveyId, 'read');
    const link = survey && (await em.findOneBy(SurveyLink, { id: key.linkId }));
    const project = survey && (await em.findOneBy(Project, { id: survey.projectId }));
    if (!survey || !link || !project) return null;
    const today = dayAt(this.clock.now(), project.zone);
    return standOf(survey, today) === 'over' ? null : { link, survey, project, today };
  }

  private async refuse({ address }: Guest): Promise<never> {
    await this.attempts.admit(`survey-guess ${networkOf(address)}`, GUESSES);
    throw over();
  }
}

/** Uses the link up, in the hall for the device. False where it was. The condition holds also for those who come at once. */
async function use(em: EntityManager, { id, kind }: SurveyLink, device: string, receipt: string): Promise<boolean> {
  if (kind === 'personal') {
    const taken = await plainRows(em, TAKE_LINK, [boolean(em, true), receipt, id, boolean(em, false)]);
    return taken.length > 0;
  }
  const [{ devices } = { devices: 0 }] = await plainRows<{ devices: number | string }>(em, DEVICES, [id]);
  if (Number(devices) >= MOST_HALL_ANSWERS) throw full();
  return (await plainRows(em, TAKE_DEVICE, [id, device, receipt])).length > 0;
}

async function isAgain(em: EntityManager, link: SurveyLink, receipt: string): Promise<boolean> {
  if (link.kind === 'hall') return em.existsBy(SurveyDevice, { linkId: link.id, receiptHash: receipt });
  return em.existsBy(SurveyLink, { id: link.id, receiptHash: receipt });
}

async function hasAnswered(em: EntityManager, link: SurveyLink, device: string): Promise<boolean> {
  if (link.kind === 'personal') return link.answered;
  return em.existsBy(SurveyDevice, { linkId: link.id, deviceHash: device });
}

function shownTo({ link, survey, project, today }: Opened, answered: boolean): ShownSurvey {
  const { title, titleEn, intro, introEn, dataNote, dataNoteEn, named, opensDay, closesDay, sections } = survey;
  const stand = answered ? 'answered' : standOf(survey, today) === 'waiting' ? 'waiting' : 'open';
  return {
    ...{ stand, projectName: project.name, title, titleEn, intro, introEn, dataNote, dataNoteEn },
    ...{ named, linkKind: link.kind, opensDay, closesDay, sections: stand === 'open' ? sections : [] },
  };
}

const BY_TOKEN = `
  SELECT l.id AS "linkId", l.survey_id AS "surveyId"
    FROM survey_keys k JOIN survey_links l ON l.id = k.link_id WHERE k.token_hash = ?`;
const TAKE_LINK = `
  UPDATE survey_links SET answered = ?, receipt_hash = ?, mail_due_at = NULL,
         mail_status = CASE WHEN mail_status = 'due' THEN 'none' ELSE mail_status END
   WHERE id = ? AND answered = ? RETURNING id`;
const DEVICES = 'SELECT COUNT(*) AS "devices" FROM survey_devices WHERE link_id = ?';
const TAKE_DEVICE = `
  INSERT INTO survey_devices (link_id, device_hash, receipt_hash) VALUES (?, ?, ?)
  ON CONFLICT DO NOTHING RETURNING link_id`;

const NO_CONSENT = {
  zh: '請先看過個人資料說明並勾選同意。',
  en: 'Read what is said about your data and tick that you agree.',
};
const over = () =>
  new CallerError(404, 'survey-link-over', {
    zh: '這個連結不能填寫。調查可能已經截止，或連結不完整；請向主辦單位確認。',
    en: 'This link cannot be used. The survey may be over, or the link incomplete. Ask the organisers.',
  });
const tooEarly = () =>
  conflict('survey-not-yet', {
    zh: '這份調查還沒開始，請晚一點再來。',
    en: 'This survey has not begun yet. Come back later.',
  });
const saidOtherwise = (named: boolean) =>
  conflict(
    'survey-naming-changed',
    named
      ? {
          zh: '主辦單位剛把這份問卷改為記名，您的回覆還沒有送出。請重新看過個人資料說明，同意後再送出一次。',
          en: 'The organisers have just made this survey a named one, so your answers were not sent. Read again what is said about your data, and send them once more if you agree.',
        }
      : {
          zh: '主辦單位剛把這份問卷改為不記名，您的回覆還沒有送出。請重新看過個人資料說明，同意後再送出一次。',
          en: 'The organisers have just made this survey anonymous, so your answers were not sent. Read again what is said about your data, and send them once more if you agree.',
        },
  );
const full = () =>
  conflict('survey-full', {
    zh: '這份調查收到的回覆已達上限，謝謝您。',
    en: 'This survey has received as many answers as it can hold. Thank you.',
  });
const usedUp = (kind: LinkKind) =>
  conflict(
    'survey-answered-before',
    kind === 'hall'
      ? {
          zh: '這支手機（或電腦）已經填過這份調查了，每台裝置一份。謝謝您！',
          en: 'This phone or computer has answered already: one answer a device. Thank you!',
        }
      : {
          zh: '這個連結已經填過了，每個連結一份。謝謝您！如果不是您填的，請告訴主辦單位。',
          en: 'This link has been used already: one answer a link. Thank you! If it was not you, tell the organisers.',
        },
  );
