import { Injectable } from '@nestjs/common';
import { allow, type SignedIn } from '@convener/access';
import { type Bilingual, CallerError, Clock, dayAt, notFound, timeAt } from '@convener/kernel';
import type { Paper, PaperLanguage } from '@convener/papers';
import { type Project, type ProjectScope, WorkScope, wrongField } from '@convener/projects';
import { TemplatesLibrary } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import { type About, type DocumentChoice, type DocumentKind, DocumentKinds } from './document-kind';
import { ShownColumns } from './shown-columns';

/** Which document somebody wants. */
export interface Wanted {
  kind: string;
  language: PaperLanguage;
  choices: Readonly<Record<string, string>>;
}

/** A document as it stands now. */
export interface Composed {
  kind: DocumentKind;
  about: About;
  paper: Paper;
  /** What can be chosen of it. */
  choices: readonly DocumentChoice[];
}

/** Reads what a document says. Runs in the caller's transaction; throws what the reader may not do, or has chosen wrongly. */
@Injectable()
export class Composing {
  constructor(
    private readonly kinds: DocumentKinds,
    private readonly scope: WorkScope,
    private readonly clock: Clock,
    private readonly templates: TemplatesLibrary,
  ) {}

  async compose(em: EntityManager, person: SignedIn, projectId: string, wanted: Wanted): Promise<Composed> {
    const scope = await this.scope.project(em, projectId, person);
    const { kind, chosen, offered } = await this.readable(em, scope, wanted);
    const about = aboutOf(scope, person, wanted.language, chosen, this.clock.now());
    const { title, subtitle = [], page = 'portrait', plain, blocks } = await kind.write(em, about);
    const { templateSlug, templateVersion } = scope.project;
    const template = about.name(await this.templates.version(em, templateSlug, templateVersion));
    const paper: Paper = {
      title: title ?? wordsOf(kind.name, wanted.language),
      subtitle,
      language: wanted.language,
      page,
      ...(plain && { plain }),
      stamp: stampOf(scope.project, template, about.now),
      blocks,
    };
    return { kind, about, paper, choices: offered };
  }

  /** The kind, and one value of each of its choices. */
  async readable(
    em: EntityManager,
    { project, actor }: ProjectScope,
    { kind: key, choices }: Omit<Wanted, 'language'>,
  ): Promise<{ kind: DocumentKind; chosen: Record<string, string>; offered: DocumentChoice[] }> {
    allow(actor, 'documents.make');
    const kind = this.kinds.find(key);
    if (!kind) throw notFound();
    if (kind.audience !== 'crew') allow(actor, 'documents.make-all');
    const offered = (await kind.choices?.(em, project, actor)) ?? [];
    return { kind, chosen: chosenOf(offered, choices), offered };
  }
}

/** What a document is written about, as of `now` (epoch ms). */
export function aboutOf(
  { project, actor }: ProjectScope,
  person: SignedIn,
  language: PaperLanguage,
  chosen: Record<string, string>,
  now: number,
): About {
  const say = (zh: string, en: string) => (language === 'zh-TW' ? zh : en);
  const name: About['name'] = (row) => {
    const [zh, en] = 'title' in row ? [row.title, row.titleEn] : [row.name, row.nameEn];
    return say(zh, en ?? zh);
  };
  const today = dayAt(now, project.zone);
  return { project, person, actor, language, chosen, now, today, shown: new ShownColumns(), say, name };
}

export const wordsOf = ({ zh, en }: Bilingual, language: PaperLanguage) => (language === 'zh-TW' ? zh : en);

/** Throws 400 at the choice that is none, and 409 where there is nothing to choose from. */
export function chosenOf(
  offered: readonly DocumentChoice[],
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const unknown = Object.keys(given).find((key) => !offered.some((choice) => choice.key === key));
  if (unknown !== undefined) throw wrongField(`/choices/${pointed(unknown)}`, NO_CHOICE);
  return Object.fromEntries(
    offered.map(({ key, name, values }) => {
      if (values.length === 0) throw nothingToChoose(name);
      const value = given[key] ?? values[0]!.value;
      if (!values.some((one) => one.value === value)) throw wrongField(`/choices/${key}`, NO_CHOICE);
      return [key, value];
    }),
  );
}

/** As a JSON pointer (RFC 6901) writes a name. */
const pointed = (name: string) => name.replace(/~/g, '~0').replace(/\//g, '~1');

function stampOf({ name, templateVersion, zone }: Project, template: string, now: number): Paper['stamp'] {
  const made = `${dayAt(now, zone)} ${timeAt(now, zone)}`;
  return { project: name, template, version: templateVersion, madeAt: now, made };
}

const NO_CHOICE = { zh: '沒有這個選項。', en: 'There is no such choice.' };
const nothingToChoose = ({ zh, en }: Bilingual) =>
  new CallerError(409, 'nothing-to-choose', {
    zh: `這份文件需要${zh}，專案裡還沒有。請先建立。`,
    en: `This document needs one of these, and the project has none yet: ${en}.`,
  });
