import { RegisterFilesModule } from '@convener/register-files';
import { RegistersModule } from '@convener/registers';
import { Module } from '@nestjs/common';
import { PersonalDataController } from './personal-data.controller';
import { RegisterFilesController } from './register-files.controller';
import { RegisterRowsController } from './register-rows.controller';
import { RegistersController } from './registers.controller';

@Module({
  imports: [RegistersModule, RegisterFilesModule],
  controllers: [RegistersController, RegisterRowsController, RegisterFilesController, PersonalDataController],
})
export class RegistersApiModule {}
