import { AccessModule } from '@convener/access';
import { HouseTemplatesModule } from '@convener/house-templates';
import { KindRules, lockRow } from '@convener/projects';
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { CellFile } from './cell-file.entity';
import { ComparisonQueries } from './comparison.queries';
import { missingOf } from './completeness.rules';
import { KeptListsService } from './kept-lists.service';
import { PersonalColumns } from './personal-columns';
import { Register, RegisterDeliverable } from './register.entity';
import { RegisterColumnsService } from './register-columns.service';
import { RegisterNamesQueries } from './register-names.queries';
import { RegisterRow } from './register-row.entity';
import { RegisterRowsQueries } from './register-rows.queries';
import { RegisterRowsService } from './register-rows.service';
import { RegisterScopes } from './register-scope';
import { RegistersQueries } from './registers.queries';
import { RegistersService } from './registers.service';
import { RowOrderService } from './row-order.service';
import { RowLessonService } from './row-lesson.service';
import { RowWorkService } from './row-work.service';
import { rowCounts, tallyOf } from './tallies';

const OFFERED = [
  ...[RegistersService, RegistersQueries, RegisterRowsService, RegisterRowsQueries],
  ...[RowLessonService, RowOrderService, RowWorkService, KeptListsService],
  ...[RegisterColumnsService, PersonalColumns, RegisterNamesQueries, RegisterScopes, ComparisonQueries],
];

/** Lists (名冊／清單) that deliverables are: typed columns, rows, and whether they are complete. */
@Global()
@Module({
  imports: [
    HouseTemplatesModule,
    TypeOrmModule.forFeature([Register, RegisterDeliverable, RegisterRow, CellFile]),
    AccessModule,
  ],
  providers: OFFERED,
  exports: OFFERED,
})
export class RegistersModule implements OnModuleInit {
  constructor(private readonly kinds: KindRules) {}

  onModuleInit(): void {
    this.kinds.answerFor('register', (em, { id }) => missingIn(em, id));
  }
}

/** A list that is kept elsewhere is handed in as a file, as before; one that is kept here must be complete. */
async function missingIn(em: EntityManager, deliverableId: string) {
  const tied = await em.findOneBy(RegisterDeliverable, { deliverableId });
  // Its rows stay as they are until it is handed in.
  const register = tied && (await lockRow(em, Register, tied.registerId, 'read'));
  if (!register) return null;
  const counts = await rowCounts(em, [register.id]);
  return missingOf(register, await tallyOf(em, register.id, counts(register.id)));
}
