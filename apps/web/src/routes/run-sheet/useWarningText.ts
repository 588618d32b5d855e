import type { RunSheet, SheetWarning } from '../../api/types';
import { useI18n } from '../../i18n';

/** A warning in words; the sheet knows what its cues and people are called. */
export function useWarningText({ cues }: Pick<RunSheet, 'cues'>) {
  const { t } = useI18n();
  return ({ kind, cueId, otherId, personId, minutes }: SheetWarning): string => {
    const cue = cues.find(({ id }) => id === cueId);
    const other = cues.find(({ id }) => id === otherId)?.title ?? '';
    const title = cue?.title ?? '';
    if (kind === 'outside-days') return t('runSheet.warning.outside', { title });
    const count = minutes ?? 0;
    if (kind === 'place') return t('runSheet.warning.place', { place: cue?.place ?? '', title, other, count });
    const name = cue?.people.find(({ id }) => id === personId)?.name ?? '';
    return t('runSheet.warning.person', { name, title, other, count });
  };
}
