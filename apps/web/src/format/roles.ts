import { i18n } from '../i18n';

const KNOWN = ['manager', 'lead', 'member', 'client', 'viewer'] as const;

/** The name of a project role or of a plan's preparer or accepter; an unknown one as it is. */
export function roleName(role: string): string {
  const known = KNOWN.find((one) => one === role);
  return known ? i18n.t(`role.${known}`) : role;
}
