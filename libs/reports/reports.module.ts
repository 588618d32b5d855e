import { AccessModule } from '@convener/access';
import { PapersModule } from '@convener/papers';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Composing } from './composing';
import { CrewDocuments } from './crew-documents';
import { DocumentKinds } from './document-kind';
import { DocumentsQueries } from './documents.queries';
import { DocumentsService } from './documents.service';
import { DocumentsSweep } from './documents.sweep';
import { HandingIn } from './handing-in';
import { Leases } from './leases';
import { MadeDocument } from './made-document.entity';
import { MadeFiles } from './made-files';
import { MakeDocumentJob } from './make-document.job';
import { PictureShelf } from './picture-shelf';

const OFFERED = [CrewDocuments, DocumentKinds, DocumentsQueries, DocumentsService, DocumentsSweep];

/** Documents that the project's data make. Which there are, the libs above say. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([MadeDocument]), AccessModule, PapersModule],
  providers: [Composing, HandingIn, Leases, MadeFiles, MakeDocumentJob, PictureShelf, ...OFFERED],
  exports: OFFERED,
})
export class ReportsModule {}
