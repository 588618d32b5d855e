export * from './clock';
export * from './days';
export * from './errors';
export * from './ids';
export * from './versions';
export * from './zones';
