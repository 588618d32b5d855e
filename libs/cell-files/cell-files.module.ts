import { Module } from '@nestjs/common';
import { RegistersModule } from '@convener/registers';
import { CellFilesQueries } from './cell-files.queries';
import { CellFilesService } from './cell-files.service';

/** Files that cells of lists hold: added, handed out, and taken away. */
@Module({
  imports: [RegistersModule],
  providers: [CellFilesQueries, CellFilesService],
  exports: [CellFilesQueries, CellFilesService],
})
export class CellFilesModule {}
