import { i18n } from '../i18n';

/** The name of a workflow; of one that this app does not know yet, its key; null for own work outside any. */
export function workflowName(key: string): string | null {
  if (key === 'own') return null;
  const path = `workflow.${key}`;
  return i18n.exists(path) ? i18n.t(path as 'workflow.venue') : key;
}

/** The workflows that this app knows by name, for a choice. */
export function workflows(): { value: string; label: string }[] {
  const names = i18n.getResource(i18n.language, 'translation', 'workflow') as Record<string, string>;
  return Object.entries(names).map(([value, label]) => ({ value, label }));
}
