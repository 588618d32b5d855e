import { RegistersModule } from '@convener/registers';
import { Module } from '@nestjs/common';
import { PersonalDataController } from './personal-data.controller';
import { RegisterRowsController } from './register-rows.controller';
import { RegistersController } from './registers.controller';

@Module({
  imports: [RegistersModule],
  controllers: [RegistersController, RegisterRowsController, PersonalDataController],
})
export class RegistersApiModule {}
