export * from './clock';
export * from './days';
export * from './errors';
export * from './grouping';
export * from './ids';
export * from './versions';
export * from './zones';
