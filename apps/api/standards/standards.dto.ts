import {
  countsOf,
  entryPlaces,
  type ErratumKind,
  type Standard as StandardFacts,
  type StandardsLibrary,
  touchedPlaces,
} from '@convener/standards';

export class StandardCounts {
  duties!: number;
  tasks!: number;
  outputs!: number;
  indicators!: number;
}

export class StandardSummary {
  slug!: string;
  /** 職能基準代碼; null where the source leaves it blank. */
  code!: string | null;
  name!: string;
  edition!: string;
  /** 基準級別, 1–6. */
  level!: number;
  description!: string;
  /** Slug of the edition that this one replaces. */
  supersedes!: string | null;
  /** Slug of the edition that replaces this one. */
  supersededBy!: string | null;
  counts!: StandardCounts;
}

export class StandardList {
  items!: StandardSummary[];
}

export class NamedCode {
  name!: string | null;
  code!: string | null;
}

export class StandardCategory {
  /** 職類別 */
  occupationCategory!: NamedCode;
  /** 職業別 */
  occupation!: NamedCode;
  /** 行業別 */
  industry!: NamedCode;
}

export class StandardVersion {
  version!: string;
  code!: string;
  name!: string;
  status!: string;
  note!: string | null;
  /** Calendar day, YYYY-MM-DD. */
  date!: string;
}

/** 工作產出 */
export class StandardOutput {
  /** Key inside the standard: T2.1/O2.1.2. */
  place!: string;
  code!: string | null;
  printed!: string | null;
  title!: string;
  condition!: string | null;
}

/** 行為指標 */
export class StandardIndicator {
  /** Key inside the standard: T2.1/P2.1.4, its second use T2.1/P2.1.4~2. */
  place!: string;
  code!: string;
  printed!: string;
  text!: string;
  condition!: string | null;
}

/** 工作任務 */
export class StandardTask {
  place!: string;
  code!: string;
  title!: string;
  /** 職能級別, 1–6; null where the source leaves it blank. */
  level!: number | null;
  condition!: string | null;
  outputs!: StandardOutput[];
  indicators!: StandardIndicator[];
  /** Codes of the list `knowledge`. */
  knowledge!: string[];
  /** Codes of the list `skills`. */
  skills!: string[];
}

/** 主要職責 */
export class StandardDuty {
  code!: string;
  title!: string;
  tasks!: StandardTask[];
}

export class StandardCompetence {
  /** Key inside the standard: knowledge/K59, where the code is printed with a second text knowledge/K59~2. */
  place!: string;
  code!: string;
  text!: string;
}

export class StandardAttitude extends StandardCompetence {
  description!: string | null;
}

export class ErratumReason {
  zh!: string;
  en!: string;
}

/** An oddity of the source, and how it was read. */
export class StandardErratum {
  at!: string;
  kind!: ErratumKind;
  printed!: string | null;
  /** How it is meant; null where there is nothing to be read otherwise. */
  reading!: string | null;
  why!: ErratumReason;
  /** Places of the rows beside which it is told; a part of the document where it is about no row. */
  touches!: string[];
}

/** An occupational standard word for word. The wording is the issuer's (勞動部勞動力發展署, iCAP). */
export class Standard extends StandardSummary implements StandardFacts {
  source!: string;
  category!: StandardCategory;
  versionHistory!: StandardVersion[];
  duties!: StandardDuty[];
  knowledge!: StandardCompetence[];
  skills!: StandardCompetence[];
  attitudes!: StandardAttitude[];
  notes!: string[];
  errata!: StandardErratum[];
}

export function presentSummary(standard: StandardFacts, library: StandardsLibrary): StandardSummary {
  const { slug, code, name, edition, level, description, supersedes } = standard;
  const supersededBy = library.supersededBy(slug);
  return { slug, code, name, edition, level, description, supersedes, supersededBy, counts: countsOf(standard) };
}

export function presentStandard(standard: StandardFacts, library: StandardsLibrary): Standard {
  return {
    ...standard,
    ...presentSummary(standard, library),
    knowledge: placed('knowledge', standard.knowledge),
    skills: placed('skills', standard.skills),
    attitudes: placed('attitudes', standard.attitudes),
    errata: standard.errata.map((erratum) => ({ ...erratum, touches: touchedPlaces(standard, erratum) })),
    // The facts are frozen; only their type says so, and OpenAPI knows no read-only arrays.
  } as Standard;
}

function placed<E extends { code: string }>(list: 'knowledge' | 'skills' | 'attitudes', entries: readonly E[]) {
  const places = entryPlaces(list, entries);
  return entries.map((entry, index) => ({ place: places[index]!, ...entry }));
}
