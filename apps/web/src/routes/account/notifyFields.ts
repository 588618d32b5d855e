import type { Notifications } from '../../api/types';

/** What a person chooses; `singles` is one array until they change it. */
export const fieldsOf = ({ version: _version, colleagues: _colleagues, ...fields }: Notifications) => fields;
export type NotifyFields = ReturnType<typeof fieldsOf>;

export interface NotifyProps {
  fields: NotifyFields;
  errors: Record<string, string>;
  set: (part: Partial<NotifyFields>) => void;
}
