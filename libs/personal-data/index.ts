export { type Erased } from './erase-rows';
export { FollowedRows, type NamedAnswer } from './followed-rows';
export { PersonalDataModule } from './personal-data.module';
export {
  type FoundData,
  type FoundEntry,
  type FoundRow,
  MOST_FOUND,
  PersonalDataQueries,
  type PersonalFile,
} from './personal-data.queries';
export { PersonalDataService } from './personal-data.service';
export { PersonalDataSweep } from './personal-data.sweep';
