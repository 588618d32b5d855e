import { basename, join } from 'node:path';
import type { Bilingual } from '@convener/kernel';
import { readSeed, SeedError, seedFiles } from '@convener/platform';
import { type Standard, tasksOf } from '@convener/standards';
import { catalogProblems } from './catalog-checks';
import { Catalog } from './catalog.schema';
import { compileComposed, compileSingle, compileWorkflow, type Sources } from './compile';
import { cycleProblems } from './cycles';
import { planProblems } from './plan-checks';
import { ComposedSeed, Plan, WorkflowSeed } from './seed.schema';
import type { Template } from './template.types';

/**
 * Reads `seeds/templates` and compiles every template: the composed ones, one for each standard, the workflows.
 * Throws SeedError naming file and place.
 */
export function loadTemplates(folder: string, standards: readonly Standard[]): Template[] {
  const catalogFile = join(folder, 'catalog.yaml');
  const catalog = readSeed(Catalog, catalogFile);
  const wrongNames = catalogProblems(catalog);
  if (wrongNames.length > 0) throw new SeedError(catalogFile, wrongNames);
  const bySlug = new Map(standards.map((standard) => [standard.slug, standard]));
  const tasks = new Set(
    standards.flatMap((standard) => tasksOf(standard).map(({ place }) => `${standard.slug}/${place}`)),
  );
  const plans = new Map<string, Plan>();
  for (const file of seedFiles(join(folder, 'plans'))) {
    const plan = readSeed(Plan, file);
    const standard = bySlug.get(plan.standard);
    const problems = standard
      ? planProblems(plan, standard, catalog, tasks)
      : [`standard: there is no standard "${plan.standard}"`];
    if (`${plan.standard}.yaml` !== basename(file)) problems.push('standard: the file must be named after it');
    if (problems.length > 0) throw new SeedError(file, problems);
    plans.set(plan.standard, plan);
  }
  const unplanned = standards.filter(({ slug }) => !plans.has(slug)).map(({ slug }) => `${slug} has no plan`);
  if (unplanned.length > 0) throw new SeedError(join(folder, 'plans'), unplanned);

  const sources: Sources = { catalog, standards: bySlug, plans };
  const composed = seedFiles(join(folder, 'composed')).map((file) =>
    compiled(file, () => compileComposed(readSeed(ComposedSeed, file), sources)),
  );
  const workflows = seedFiles(join(folder, 'workflows')).map((file) =>
    compiled(file, () => compileWorkflow(readSeed(WorkflowSeed, file), sources)),
  );
  const singles = standards.map(({ slug }) => compiled(`${slug}.yaml`, () => compileSingle(slug, sources)));
  return unique([...composed, ...singles, ...workflows]);
}

/** What workflows are called, by their keys. Throws SeedError as loadTemplates does. */
export function loadWorkflows(folder: string): Map<string, Bilingual> {
  const { workflows } = readSeed(Catalog, join(folder, 'catalog.yaml'));
  return new Map(workflows.map(({ key, name, nameEn }) => [key, { zh: name, en: nameEn }]));
}

function compiled(file: string, make: () => Template): Template {
  try {
    const template = make();
    const cycles = cycleProblems(template.items);
    if (cycles.length > 0) throw new SeedError(file, cycles);
    return template;
  } catch (error) {
    if (error instanceof RangeError) throw new SeedError(file, [error.message]);
    throw error;
  }
}

function unique(templates: Template[]): Template[] {
  const slugs = templates.map(({ slug }) => slug);
  const doubled = slugs.find((slug, index) => slugs.indexOf(slug) !== index);
  if (doubled) throw new SeedError(`${doubled}.yaml`, ['slug: another template has it too']);
  return templates;
}
