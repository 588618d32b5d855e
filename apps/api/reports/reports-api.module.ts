import { DocumentsModule } from '@convener/documents';
import { EvidencePackModule } from '@convener/evidence-pack';
import { ReportsModule } from '@convener/reports';
import { Module } from '@nestjs/common';
import { DocumentsController } from './documents.controller';
import { EvidencePackController } from './evidence-pack.controller';

@Module({
  imports: [ReportsModule, DocumentsModule, EvidencePackModule],
  controllers: [DocumentsController, EvidencePackController],
})
export class ReportsApiModule {}
