import type { Locale } from '@convener/access';

export interface PrintedLine {
  title: string;
  due: string;
  link: string;
}

/** Lines under a heading: a project's, or what of it was missed. */
export interface PrintedBlock {
  heading: string;
  lines: PrintedLine[];
}

export interface PrintedLink {
  label: string;
  link: string;
}

/** A mail in the reader's language, before it becomes text or HTML. */
export interface PrintedMail {
  locale: Locale;
  /** What mail programs show beside the subject in a list. */
  preheader: string;
  opening: string[];
  blocks: PrintedBlock[];
  inbox: PrintedLink;
  footer: PrintedLink[];
}
