import type { PersonRef } from '@convener/access';
import type { Contract } from '@convener/contracts';
import type { RegisterBook, WorkBook } from '@convener/documents';
import type { Day } from '@convener/kernel';
import type { LessonKind, Proposal } from '@convener/lessons';
import type { RecordEntry } from '@convener/records';

/** Results of one survey, as far as the report tells them. */
export interface SurveyResult {
  title: string;
  titleEn: string | null;
  answers: number;
  /** Personal links, how many of them were used, and that as a share of 1; null where there are none. */
  invited: number;
  responded: number;
  rate: number | null;
  /** Fewer answers than an anonymous survey may show: then there are no sections. */
  tooFew: boolean;
  sections: readonly {
    title: string;
    titleEn: string | null;
    mean: number | null;
    questions: readonly {
      kind: string;
      text: string;
      textEn: string | null;
      answered: number;
      counts: readonly { value: string; text: string | null; textEn: string | null; count: number }[];
      /** Of the scale of 1 to 5, or of 0 to 10 where there is an NPS. */
      mean: number | null;
      nps: { score: number } | null;
      texts: readonly string[];
    }[];
  }[];
}

/** The closings of a project and what it was closed without, the newest first. */
export interface ClosingHistory {
  closings: readonly {
    number: number;
    note: string | null;
    closedBy: PersonRef;
    closedAt: number;
    reopenedAt: number | null;
    reopenReason: string | null;
  }[];
  waivers: readonly {
    title: string;
    titleEn: string | null;
    reason: string;
    waivedBy: PersonRef;
    waivedAt: number;
  }[];
}

/** What shows a deliverable: the newest version of a file, a note or link, or what its kind of output keeps. */
export interface BookedEvidence {
  deliverableId: string;
  /** In words, with the version of a file that has several. */
  text: string;
  /** Of a picture. */
  picture: { fileId: string; name: string; width: number; height: number } | null;
}

/** What was agreed with whom, and for which deliverable. */
export type BookedContract = Pick<Contract, 'party' | 'currency' | 'state' | 'signedOn' | 'endsOn'> & {
  deliverableId: string;
  title: string;
  titleEn: string | null;
  amount: number | null;
};

export interface BookedLesson {
  text: string;
  kind: LessonKind;
  /** What its writer would change in templates. */
  proposal: Proposal | null;
  about: string | null;
  aboutEn: string | null;
  code: string | null;
}

export type BookedEntry = Pick<RecordEntry, 'kind' | 'day' | 'title' | 'place' | 'notes' | 'decisions'> & {
  deliverableId: string;
};

/** A list at whose desks people arrive. */
export interface BookedRegistrations {
  id: string;
  name: string;
  nameEn: string | null;
  /** Whether a check-in was ever opened for it. */
  opened: boolean;
  counts: { label: string | null; expected: number; arrived: number }[];
  /** Taken at the desks, in hundredths. */
  taken: number;
}

export interface AnswersThenDays {
  openingDay: Day;
  closingDay: Day;
}

export interface BookedReplan {
  at: number;
  by: string | null;
  before: AnswersThenDays;
  after: AnswersThenDays;
  moved: number;
  undone: boolean;
}

/** All that a closing report says, read in some twenty statements however large the project is. */
export interface ReportBook {
  work: WorkBook;
  evidenceOf: ReadonlyMap<string, BookedEvidence[]>;
  registers: RegisterBook;
  contracts: BookedContract[];
  entries: BookedEntry[];
  lessons: BookedLesson[];
  registrations: BookedRegistrations[];
  baselines: { at: number; by: string | null; reason: string }[];
  /** The oldest first. */
  replans: BookedReplan[];
  /** How often a deliverable was returned, by its id. */
  returnsOf: ReadonlyMap<string, number>;
  nameOf: (personId: string | null) => string | null;
  /** Of a standard by its slug. */
  standardName: (slug: string) => string;
  /** Null where nothing keeps them. */
  surveys: readonly SurveyResult[];
  closings: ClosingHistory;
}
