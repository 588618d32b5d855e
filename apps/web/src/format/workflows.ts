import { i18n } from '../i18n';

/** The name of a workflow; of one that this app does not know yet, its key; null for own work outside any. */
export function workflowName(key: string): string | null {
  if (key === 'own') return null;
  const path = `workflow.${key}`;
  return i18n.exists(path) ? i18n.t(path as 'workflow.venue') : key;
}
