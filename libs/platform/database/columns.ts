import { Column, type ColumnOptions, type ValueTransformer } from 'typeorm';

/** PostgreSQL hands a bigint over as text, because it may exceed what a number holds; an instant never does. */
const instant: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};

const json: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (value: string | null) => (value === null ? null : (JSON.parse(value) as unknown)),
};

/** An instant in epoch milliseconds: a number in code, bigint in the database. */
export function InstantColumn(options: Omit<ColumnOptions, 'type' | 'transformer'> = {}): PropertyDecorator {
  return Column({ ...options, type: 'bigint', transformer: instant });
}

/** A value kept as JSON text, on both databases alike. Undefined members are dropped, null is SQL NULL. */
export function JsonColumn(options: Omit<ColumnOptions, 'type' | 'transformer'> = {}): PropertyDecorator {
  return Column({ ...options, type: 'text', transformer: json });
}
