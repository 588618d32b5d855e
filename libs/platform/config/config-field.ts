/** How one environment variable becomes one field of Config. */
export interface ConfigField {
  env: string;
  /** Name of the member of Config. */
  field: string;
  type: 'text' | 'number' | 'url' | 'path';
  /** Taken where the variable is missing or blank; null means "none". */
  default: string | number | null;
  /** Shown by `npm run config` instead of the default where that depends on other fields. */
  defaultText?: string;
  /** One line: what it is for. */
  doc: string;
  /** Printed as dots. Passwords inside URLs are masked without it. */
  secret?: boolean;
}

/** The table of all settings, in the order of their declaration in Config. */
export const CONFIG_FIELDS: ConfigField[] = [];

/** Declares the environment variable of a Config field; class-validator decorators beside it judge the value. */
export function Env(env: string, rest: Omit<ConfigField, 'env' | 'field'>): PropertyDecorator {
  return (_target, key) => {
    CONFIG_FIELDS.push({ env, field: String(key), ...rest });
  };
}
