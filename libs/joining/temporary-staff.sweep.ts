import { Poller } from '@convener/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TemporaryStaffService } from './temporary-staff.service';

const LOOK_EVERY_MS = 10 * 60_000;

/** Frees the work of temporary staff whose time is over. Runs where jobs run. */
@Injectable()
export class TemporaryStaffSweep implements OnModuleInit {
  constructor(
    private readonly poller: Poller,
    private readonly staff: TemporaryStaffService,
  ) {}

  onModuleInit(): void {
    this.poller.every('temporary-staff-over', LOOK_EVERY_MS, () => this.staff.endOver());
  }
}
