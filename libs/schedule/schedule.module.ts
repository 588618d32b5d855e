import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ImportedYear } from './calendar-year.entity';
import { CalendarsService } from './calendars.service';
import { CalendarFolder, OfficeCalendars } from './office-calendars';

/** Gives the office calendar to every module. */
@Module({})
export class ScheduleModule {
  static forRoot(folder: CalendarFolder): DynamicModule {
    return {
      module: ScheduleModule,
      global: true,
      imports: [TypeOrmModule.forFeature([ImportedYear])],
      providers: [{ provide: CalendarFolder, useValue: folder }, OfficeCalendars, CalendarsService],
      exports: [OfficeCalendars, CalendarsService],
    };
  }
}
