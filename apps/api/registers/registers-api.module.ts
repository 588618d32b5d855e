import { RegisterFilesModule } from '@convener/register-files';
import { RegistersModule } from '@convener/registers';
import { Module } from '@nestjs/common';
import { RegisterFilesController } from './register-files.controller';
import { RegisterRowsController } from './register-rows.controller';
import { RegistersController } from './registers.controller';

@Module({
  imports: [RegistersModule, RegisterFilesModule],
  controllers: [RegistersController, RegisterRowsController, RegisterFilesController],
})
export class RegistersApiModule {}
