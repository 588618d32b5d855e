export { EvidencePackModule } from './evidence-pack.module';
export { PackQueries, type PackSummary } from './pack.queries';
export { PackStream } from './pack-stream';
