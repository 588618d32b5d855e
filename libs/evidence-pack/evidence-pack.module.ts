import { RegisterFilesModule } from '@convener/register-files';
import { Module } from '@nestjs/common';
import { PackQueries } from './pack.queries';
import { PackStream } from './pack-stream';

/** Everything that shows a project's deliverables, in one ZIP with an index by standard and output. */
@Module({ imports: [RegisterFilesModule], providers: [PackQueries, PackStream], exports: [PackQueries, PackStream] })
export class EvidencePackModule {}
