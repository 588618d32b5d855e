export { EditionsModule } from './editions.module';
export { HouseFromProject } from './house-from-project';
export { NextEditionService } from './next-edition.service';
