import { PAPER_FORMATS, PAPER_LANGUAGES, type PaperFormat, type PaperLanguage } from '@convener/papers';
import { DOCUMENT_GROUPS, DOCUMENT_STATES, type DocumentGroup, type DocumentState } from '@convener/reports';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, Matches } from 'class-validator';
import { IfGiven, IsId, IsTextRecord, OrNull } from '../http/validators';
import { PersonRef } from '../projects/work.dto';
import { PaperPreview } from './paper.dto';

const KEY = /^[a-z]+(-[a-z]+)*$/;

export class BilingualText {
  zh!: string;
  en!: string;
}

export class WantedDocument {
  /** Key of the document. */
  @ApiProperty({ pattern: KEY.source, maxLength: 60 })
  @Matches(KEY)
  kind!: string;

  @IsIn(PAPER_LANGUAGES)
  language!: PaperLanguage;

  /** What it is about, where it can be about several things: `register`, `day` … The first of each where none is said. */
  @IfGiven()
  @IsTextRecord()
  choices?: Record<string, string>;
}

export class NewDocument extends WantedDocument {
  @IsIn(PAPER_FORMATS)
  format!: PaperFormat;

  /** Whose evidence it becomes. */
  @OrNull()
  @IsId()
  deliverableId?: string | null;

  /** Whether that deliverable is handed in with it. */
  @IfGiven()
  @IsBoolean()
  handIn?: boolean;
}

export class ServedDeliverable {
  id!: string;
  workItemId!: string;
  title!: string;
  titleEn!: string | null;
  status!: string;
  dueDay!: string | null;
}

export class OfferedDocument {
  key!: string;
  @ApiProperty({ enum: DOCUMENT_GROUPS })
  group!: DocumentGroup;
  name!: BilingualText;
  says!: BilingualText;
  @ApiProperty({ enum: PAPER_FORMATS, isArray: true })
  formats!: PaperFormat[];
  /** Leads make it for everybody: as evidence the whole project opens it, with the telephone numbers that it has. */
  handedOut!: boolean;
  /** The deliverables of this project that it is. */
  serves!: ServedDeliverable[];
}

export class MadeDocument {
  id!: string;
  projectId!: string;
  kind!: string;
  kindName!: BilingualText;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  choices!: Record<string, string>;
  @ApiProperty({ enum: PAPER_LANGUAGES })
  language!: PaperLanguage;
  @ApiProperty({ enum: PAPER_FORMATS })
  format!: PaperFormat;
  /** It speaks of people: only managers, leads and whoever asked for it read it. Known once it is made. */
  forLeads!: boolean;
  deliverableId!: string | null;
  handIn!: boolean;
  evidenceId!: string | null;
  @ApiProperty({ enum: DOCUMENT_STATES })
  state!: DocumentState;
  /** From 0 to 100. */
  progress!: number;
  /** Why it failed, or why it could not be handed in. */
  fault!: BilingualText | null;
  askedBy!: PersonRef;
  askedAt!: number;
  endedAt!: number | null;
  name!: string | null;
  mediaType!: string | null;
  bytes!: number | null;
  sha256!: string | null;
  /** Whether the reader may stop it or take it away. */
  mine!: boolean;
}

export class DocumentList {
  offered!: OfferedDocument[];
  /** The latest first. */
  made!: MadeDocument[];
  /** Whether the reader may take the evidence pack away. */
  mayTakeEvidence!: boolean;
}

export class DocumentChoiceValue {
  value!: string;
  name!: BilingualText;
}

export class DocumentChoice {
  key!: string;
  name!: BilingualText;
  values!: DocumentChoiceValue[];
}

export class DocumentPreview {
  document!: OfferedDocument;
  choices!: DocumentChoice[];
  /** What it was written with. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  chosen!: Record<string, string>;
  paper!: PaperPreview;
}
