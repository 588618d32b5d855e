import { CellFilesModule } from '@convener/cell-files';
import { PersonalDataModule } from '@convener/personal-data';
import { RegisterFilesModule } from '@convener/register-files';
import { RegistersModule } from '@convener/registers';
import { Module } from '@nestjs/common';
import { CellFilesController } from './cell-files.controller';
import { PersonalDataController } from './personal-data.controller';
import { RegisterFilesController } from './register-files.controller';
import { RegisterRowsController } from './register-rows.controller';
import { RegistersController } from './registers.controller';

@Module({
  imports: [RegistersModule, CellFilesModule, PersonalDataModule, RegisterFilesModule],
  controllers: [
    ...[RegistersController, RegisterRowsController, RegisterFilesController],
    ...[CellFilesController, PersonalDataController],
  ],
})
export class RegistersApiModule {}
