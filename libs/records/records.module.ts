import { AccessModule } from '@convener/access';
import { type Deliverable, KindRules } from '@convener/projects';
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { EntityManager } from 'typeorm';
import { EntryLessonService } from './entry-lesson.service';
import { RecordEntriesQueries } from './record-entries.queries';
import { RecordEntriesService } from './record-entries.service';
import { RecordEntry } from './record-entry.entity';
import { RecordScopes } from './record-scopes';
import { RecordWorkService } from './record-work.service';

const OFFERED = [EntryLessonService, RecordEntriesQueries, RecordEntriesService, RecordWorkService];

/** Records (紀錄) as deliverables: dated entries with decisions, and action items that become work items. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([RecordEntry]), AccessModule],
  providers: [RecordScopes, ...OFFERED],
  exports: OFFERED,
})
export class RecordsModule implements OnModuleInit {
  constructor(private readonly kinds: KindRules) {}

  /** Nothing is asked for: minutes that are kept elsewhere are handed in as a file, and entries that are kept here show it. */
  onModuleInit(): void {
    this.kinds.answerFor('record', () => Promise.resolve(null), showsItself);
  }
}

/** The client's people, who would have to accept it, see no entries. */
async function showsItself(em: EntityManager, { id, accepter }: Deliverable): Promise<boolean> {
  return accepter !== 'client' && (await em.existsBy(RecordEntry, { deliverableId: id }));
}
