export { compareTemplates, type TemplateDifference } from './compare-templates';
export { contentOf, isOwnPlace } from './house-content';
export type { HouseEdit } from './house-edit';
export { columnsAsText, MOST_LISTS } from './house-lists';
export { houseProblems } from './house-problems';
export { HOUSE_STATUSES, type HouseStatus, HouseTemplate } from './house-template.entity';
export { HouseTemplatesModule } from './house-templates.module';
export {
  DIFFERENCES_FROM,
  type DifferencesFrom,
  HouseTemplatesQueries,
  type HouseView,
} from './house-templates.queries';
export { HouseTemplatesService } from './house-templates.service';
