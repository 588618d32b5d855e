export { BaselinesQueries } from './baselines.queries';
export { BaselinesService } from './baselines.service';
export { BoardQueries } from './board.queries';
export { type Dated, DEVIATION_KINDS, type DeviationKind, deviationOf, summaryOf } from './deviations';
export { OverviewModule } from './overview.module';
export { OverviewQueries } from './overview.queries';
