import { Module } from '@nestjs/common';
import { RegistersModule } from '@convener/registers';
import { RegisterFilesQueries } from './register-files.queries';
import { RegisterFilesService } from './register-files.service';

/** Lists taken out as files, and read in again. */
@Module({
  imports: [RegistersModule],
  providers: [RegisterFilesQueries, RegisterFilesService],
  exports: [RegisterFilesQueries, RegisterFilesService],
})
export class RegisterFilesModule {}
