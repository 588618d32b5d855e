export { aboutOf, chosenOf, type Composed, type Wanted, wordsOf } from './composing';
export { CrewDocuments } from './crew-documents';
export {
  type About,
  DOCUMENT_GROUPS,
  type DocumentChoice,
  type DocumentGroup,
  type DocumentKind,
  DocumentKinds,
  type Producing,
  type Written,
} from './document-kind';
export {
  type Documents,
  DocumentsQueries,
  type MadeView,
  type OfferedDocument,
  type Preview,
  type ServedDeliverable,
} from './documents.queries';
export { type AskedDocument, DocumentsService, makeDocument } from './documents.service';
export { DocumentsSweep } from './documents.sweep';
export { LEASE_MS } from './leases';
export { DOCUMENT_STATES, type DocumentState, MadeDocument } from './made-document.entity';
export { MakeDocumentJob } from './make-document.job';
export { preview } from './preview.rules';
export { ReportsModule } from './reports.module';
export { placeOf, ShownColumns } from './shown-columns';
