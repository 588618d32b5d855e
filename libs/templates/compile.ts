import type { Bilingual } from '@convener/kernel';
import type { Standard, Task } from '@convener/standards';
import type { Catalog, OptionSeed } from './catalog.schema';
import { horizonOf } from './horizon';
import { rulesOf, usedAnchors } from './rules-of';
import type { ComposedSeed, MergeSeed, Plan, PlanTask, WorkflowSeed } from './seed.schema';
import { templateProblems } from './template-checks';
import type { Anchor, Template, TemplateItem, TemplateOption } from './template.types';

/** Everything that templates are made from. Plans are already checked against their standards. */
export interface Sources {
  catalog: Catalog;
  standards: ReadonlyMap<string, Standard>;
  plans: ReadonlyMap<string, Plan>;
}

type Header = Pick<Template, 'slug' | 'kind' | 'name' | 'nameEn' | 'description' | 'descriptionEn'>;
interface Parts {
  header: Header;
  /** Which tasks of which standard; null takes all of them. */
  select: readonly { standard: string; tasks: readonly string[] | null }[];
  anchors: Readonly<Record<string, string>>;
  merges: readonly MergeSeed[];
}

/** The template over one whole standard, named after it. */
export function compileSingle(slug: string, sources: Sources): Template {
  const standard = required(sources.standards, slug, 'standard');
  const plan = required(sources.plans, slug, 'plan');
  const template = compile(
    {
      header: {
        slug,
        kind: 'single',
        name: standard.name,
        nameEn: plan.en,
        description: standard.description,
        descriptionEn: `The work of one occupational standard: ${plan.en.toLowerCase()}.`,
      },
      select: [{ standard: slug, tasks: null }],
      anchors: {},
      merges: [],
    },
    sources,
  );
  if (template.horizonDays !== plan.horizonDays)
    throw new RangeError(`horizonDays: its rules start ${template.horizonDays} days ahead, not ${plan.horizonDays}`);
  return template;
}

export function compileComposed(seed: ComposedSeed, sources: Sources): Template {
  const { slug, name, nameEn, description, descriptionEn } = seed;
  return compile(
    {
      header: { slug, kind: 'composed', name, nameEn, description, descriptionEn },
      select: seed.standards.map((standard) => ({ standard, tasks: null })),
      anchors: seed.anchors ?? {},
      merges: seed.merges ?? [],
    },
    sources,
  );
}

export function compileWorkflow(seed: WorkflowSeed, sources: Sources): Template {
  const { slug, name, nameEn, description, descriptionEn } = seed;
  return compile(
    {
      header: { slug, kind: 'workflow', name, nameEn, description, descriptionEn },
      select: seed.select,
      anchors: seed.anchors ?? {},
      merges: [],
    },
    sources,
  );
}

function compile({ header, select, anchors, merges }: Parts, sources: Sources): Template {
  const [wrong] = templateProblems(
    { anchors, merges, standards: select.map(({ standard }) => standard) },
    sources.catalog,
  );
  if (wrong) throw new RangeError(wrong);
  const plans = select.map(({ standard }) => required(sources.plans, standard, 'plan'));
  const standards = select.map(({ standard }) => required(sources.standards, standard, 'standard'));
  const all = select.flatMap(({ standard, tasks }) => itemsOf(standard, tasks, sources));
  const places = new Set(all.map(({ place }) => place));
  const items = all.map((item) => ({ ...item, after: item.after.filter((place) => places.has(place)) }));
  const supersededSlugs = new Set([...sources.standards.values()].map(({ supersedes }) => supersedes));
  checkMerges(merges, items);
  const allAnchors = anchorsOf(items, plans, anchors, sources.catalog);
  return {
    ...header,
    superseded: standards.some(({ slug }) => supersededSlugs.has(slug)),
    standards: standards.map(({ slug, name, edition }) => ({
      slug,
      name,
      edition,
      superseded: supersededSlugs.has(slug),
    })),
    horizonDays: horizonOf(items, allAnchors),
    assumes: assumptionsOf(plans),
    anchors: allAnchors,
    options: optionsOf(items, merges, sources.catalog),
    teams: sources.catalog.teams
      .filter(({ key }) => items.some(({ team }) => team === key))
      .map(({ key, name, nameEn }) => ({ key, name, nameEn })),
    merges: merges.map(({ option, into, from, accepter }) => ({ option, into, from, accepter: accepter ?? null })),
    items,
    reminders: {
      at: sources.catalog.reminders.at,
      rules: sources.catalog.reminders.rules.map((rule) => ({ ...rule })),
      ...(sources.catalog.reminders.escalation !== undefined && {
        escalation: sources.catalog.reminders.escalation && { ...sources.catalog.reminders.escalation },
      }),
    },
  };
}

/** What the plans take for granted; plans of one family say some of it in the same words. */
function assumptionsOf(plans: readonly Plan[]): Bilingual[] {
  const byText = new Map(plans.flatMap(({ assumes }) => assumes.map(({ zh, en }) => [zh, { zh, en }] as const)));
  return [...byText.values()];
}

function itemsOf(slug: string, codes: readonly string[] | null, { standards, plans }: Sources): TemplateItem[] {
  const standard = required(standards, slug, 'standard');
  const tasks = new Map(standard.duties.flatMap((duty) => duty.tasks.map((task) => [task.code, task])));
  const planned = required(plans, slug, 'plan').tasks;
  for (const code of codes ?? []) required(tasks, code, `task of ${slug}`);
  return planned
    .filter(({ code }) => codes === null || codes.includes(code))
    .map((plan) => itemOf(plan, required(tasks, plan.code, `task of ${slug}`), standard));
}

function itemOf(plan: PlanTask, task: Task, { slug, edition }: Standard): TemplateItem {
  const full = (place: string) => (place.includes('/') ? place : `${slug}/${place}`);
  const outputs = new Map(plan.outputs.map((output) => [`${task.place}/${output.code}`, output]));
  const indicators = new Map(plan.indicators.map((indicator) => [`${task.place}/${indicator.code}`, indicator]));
  return {
    place: `${slug}/${task.place}`,
    standard: slug,
    edition,
    code: task.code,
    title: task.title,
    titleEn: plan.en,
    condition: task.condition,
    level: task.level,
    stage: plan.stage,
    workflow: plan.workflow,
    team: plan.team,
    owner: plan.owner,
    start: plan.start,
    due: plan.due,
    basis: plan.basis,
    leaveOut: plan.leaveOut ?? {},
    after: plan.after.map(full),
    deliverables: task.outputs.map(({ place, code, title, condition }) => {
      const output = required(outputs, place, 'output');
      const { en, kind, document, start, due, preparer, accepter, evidence, leaveOut } = output;
      return {
        place: `${slug}/${place}`,
        code,
        title,
        titleEn: en,
        condition,
        start,
        due,
        preparer,
        accepter: accepter ?? null,
        evidence,
        kind,
        ...(document !== undefined && { document }),
        leaveOut: leaveOut ?? {},
      };
    }),
    checks: task.indicators.map(({ place, code, text, condition }) => {
      const { stage, leaveOut } = required(indicators, place, 'indicator');
      return { place: `${slug}/${place}`, code, text, condition, stage: stage ?? plan.stage, leaveOut: leaveOut ?? {} };
    }),
  };
}

/** Opening, closing, what the rules count from, and what those count from in turn; in the catalog's order. */
function anchorsOf(
  items: readonly TemplateItem[],
  plans: readonly Plan[],
  overrides: Readonly<Record<string, string>>,
  catalog: Catalog,
): Anchor[] {
  const all = catalog.anchors.map((seed): Anchor => {
    const own = [...new Set(plans.map(({ anchors }) => anchors?.[seed.key] ?? seed.default ?? null))];
    const decided = overrides[seed.key];
    if (decided === undefined && own.length > 1) {
      throw new RangeError(
        `anchors/${seed.key}: the plans disagree (${own.join('; ')}), so the template must say its rule`,
      );
    }
    const { key, name, nameEn, notBefore = [], notAfter = [] } = seed;
    return { key, name, nameEn, default: decided ?? own[0] ?? null, notBefore, notAfter };
  });
  const used = usedAnchors(rulesOf(items), all);
  return all.filter(({ key }) => used.has(key));
}

/** The questions that matter for these items, then those of the merges. */
function optionsOf(items: readonly TemplateItem[], merges: readonly MergeSeed[], catalog: Catalog): TemplateOption[] {
  const used = new Set(
    items
      .flatMap((item) => [item, ...item.deliverables, ...item.checks])
      .flatMap(({ leaveOut }) => Object.keys(leaveOut)),
  );
  const yesNo = catalog.yesNo.map(({ value, name }) => ({ value, name: { ...name } }));
  const fromCatalog = (seed: OptionSeed): TemplateOption => ({
    key: seed.key,
    kind: seed.kind,
    question: { ...seed.question },
    help: seed.help ? { ...seed.help } : null,
    choices:
      seed.kind === 'yes-no' ? yesNo : (seed.choices ?? []).map(({ value, name }) => ({ value, name: { ...name } })),
  });
  return [
    ...catalog.options.filter(({ key }) => used.has(key)).map(fromCatalog),
    ...merges.map(({ option, question, help }) => fromCatalog({ key: option, kind: 'yes-no', question, help })),
  ];
}

function checkMerges(merges: readonly MergeSeed[], items: readonly TemplateItem[]): void {
  const places = new Set(items.flatMap(({ deliverables }) => deliverables.map(({ place }) => place)));
  const from = merges.flatMap((merge) => merge.from);
  const unknown = merges.flatMap(({ into, from: sources }) => [into, ...sources]).find((place) => !places.has(place));
  if (unknown) throw new RangeError(`merges: "${unknown}" is no output of this template`);
  const chained =
    merges.find(({ into }) => from.includes(into)) ?? (new Set(from).size < from.length ? merges[0] : undefined);
  if (chained) throw new RangeError(`merges: an output can be merged once only (${chained.option})`);
}

function required<V>(map: ReadonlyMap<string, V>, key: string, what: string): V {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`there is no ${what} "${key}"`);
  return value;
}
