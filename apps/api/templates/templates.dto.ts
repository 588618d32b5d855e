import { ApiProperty } from '@nestjs/swagger';
import type { Template as CompiledTemplate } from '@convener/templates';
import {
  contentsOf,
  countsOf,
  type EventKind,
  eventKindOf,
  isHouseSlug,
  kindOf,
  OUTPUT_KINDS,
  type OutputKind,
  type PublishedTemplate,
} from '@convener/templates';

export class TextPair {
  zh!: string;
  en!: string;
}

export class Counts {
  workItems!: number;
  deliverables!: number;
  checks!: number;
}

export class TemplateStandard {
  slug!: string;
  name!: string;
  edition!: string;
  /** Another edition replaces it. */
  superseded!: boolean;
}

export class StageShare {
  stage!: 'proposal' | 'preparation' | 'before' | 'during' | 'after' | 'closing';
  workItems!: number;
}

export class WorkflowShare {
  workflow!: string;
  workItems!: number;
}

export class TeamShare {
  key!: string;
  name!: string;
  nameEn!: string;
  workItems!: number;
}

/** How the work items of a template are spread, with nothing left out. */
export class TemplateContents {
  stages!: StageShare[];
  /** The largest first. */
  workflows!: WorkflowShare[];
  /** Those that get work. */
  teams!: TeamShare[];
}

export class TemplateSummary {
  slug!: string;
  version!: number;
  kind!: 'composed' | 'single' | 'workflow';
  /** What all its standards are about; null where they are about several kinds. */
  event!: EventKind | null;
  /** Made by this house, not delivered with the product. */
  house!: boolean;
  name!: string;
  nameEn!: string;
  description!: string;
  descriptionEn!: string;
  standards!: TemplateStandard[];
  /** With nothing left out and nothing merged. */
  counts!: Counts;
  contents!: TemplateContents;
  /** How many days before opening the earliest work starts. */
  horizonDays!: number;
  superseded!: boolean;
}

export class TemplateList {
  items!: TemplateSummary[];
}

export class TemplateAnchor {
  key!: string;
  name!: string;
  nameEn!: string;
  /** Null for opening and closing, which must be given. */
  defaultRule!: string | null;
}

export class OptionChoice {
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'boolean' }] })
  value!: string | boolean;
  name!: string;
  nameEn!: string;
  /** What this answer alone leaves out (or merges away). */
  leavesOut!: Counts;
}

export class TemplateOption {
  key!: string;
  kind!: 'yes-no' | 'choice';
  question!: string;
  questionEn!: string;
  help!: string | null;
  helpEn!: string | null;
  choices!: OptionChoice[];
}

export class TemplateTeam {
  key!: string;
  name!: string;
  nameEn!: string;
}

export class TemplateDeliverable {
  place!: string;
  code!: string | null;
  title!: string;
  titleEn!: string;
  startRule!: string;
  dueRule!: string;
  preparer!: string;
  accepter!: string | null;
  evidence!: 'no' | 'optional' | 'required';
  @ApiProperty({ enum: OUTPUT_KINDS, enumName: 'OutputKind' })
  kind!: OutputKind;
}

export class TemplateCheck {
  place!: string;
  code!: string | null;
  text!: string;
}

export class TemplateItem {
  place!: string;
  /** Null for a house's own work. */
  standard!: string | null;
  code!: string | null;
  title!: string;
  titleEn!: string;
  stage!: 'proposal' | 'preparation' | 'before' | 'during' | 'after' | 'closing';
  workflow!: string;
  team!: string;
  startRule!: string;
  dueRule!: string;
  /** Whose published lead time the rules follow. */
  basis!: string;
  deliverables!: TemplateDeliverable[];
  checks!: TemplateCheck[];
}

export class Template extends TemplateSummary {
  assumes!: TextPair[];
  anchors!: TemplateAnchor[];
  options!: TemplateOption[];
  teams!: TemplateTeam[];
  items!: TemplateItem[];
}

export function presentSummary({ version, template }: PublishedTemplate): TemplateSummary {
  const { slug, kind, name, nameEn, description, descriptionEn, standards, horizonDays, superseded } = template;
  return {
    slug,
    version,
    kind,
    event: eventKindOf(template),
    house: isHouseSlug(slug),
    name,
    nameEn,
    description,
    descriptionEn,
    standards: [...standards],
    counts: countsOf(template.items),
    contents: contentsOf(template),
    horizonDays,
    superseded,
  };
}

export function presentTemplate(
  published: PublishedTemplate,
  leavesOut: (option: string, answer: string | boolean) => Counts,
): Template {
  const { template } = published;
  return {
    ...presentSummary(published),
    assumes: [...template.assumes],
    anchors: template.anchors.map(({ key, name, nameEn, default: defaultRule }) => ({
      key,
      name,
      nameEn,
      defaultRule,
    })),
    options: template.options.map(({ key, kind, question, help, choices }) => ({
      key,
      kind,
      question: question.zh,
      questionEn: question.en,
      help: help?.zh ?? null,
      helpEn: help?.en ?? null,
      choices: choices.map(({ value, name }) => ({
        value,
        name: name.zh,
        nameEn: name.en,
        leavesOut: leavesOut(key, value),
      })),
    })),
    teams: [...template.teams],
    items: template.items.map(presentItem),
  };
}

function presentItem(item: CompiledTemplate['items'][number]): TemplateItem {
  const { place, standard, code, title, titleEn, stage, workflow, team, basis } = item;
  return {
    ...{ place, standard, code, title, titleEn, stage, workflow, team, basis },
    startRule: item.start,
    dueRule: item.due,
    deliverables: item.deliverables.map((row) => ({
      place: row.place,
      code: row.code,
      title: row.title,
      titleEn: row.titleEn,
      startRule: row.start,
      dueRule: row.due,
      preparer: row.preparer,
      accepter: row.accepter,
      evidence: row.evidence,
      kind: kindOf(row),
    })),
    checks: item.checks.map((check) => ({ place: check.place, code: check.code, text: check.text })),
  };
}
