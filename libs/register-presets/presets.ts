import type { RegisterPreset } from './preset-columns';
import { ACCOUNT_PRESETS } from './presets-accounts';
import { ATTENDEE_PRESETS } from './presets-attendees';
import { CONTACT_PRESETS } from './presets-contacts';
import { CONTROL_PRESETS } from './presets-control';
import { EXHIBITION_PRESETS } from './presets-exhibition';
import { LOGISTICS_PRESETS } from './presets-logistics';
import { ON_SITE_PRESETS } from './presets-on-site';
import { PARTNER_PRESETS } from './presets-partners';
import { PROGRAMME_PRESETS } from './presets-programme';
import { PUBLICITY_PRESETS } from './presets-publicity';

/** The lists that a project can start with. What the standards name is a column in their words. */
export const REGISTER_PRESETS: readonly RegisterPreset[] = [
  ...PROGRAMME_PRESETS,
  ...ATTENDEE_PRESETS,
  ...LOGISTICS_PRESETS,
  ...ON_SITE_PRESETS,
  ...PARTNER_PRESETS,
  ...EXHIBITION_PRESETS,
  ...PUBLICITY_PRESETS,
  ...CONTROL_PRESETS,
  ...ACCOUNT_PRESETS,
  ...CONTACT_PRESETS,
];

export function presetOf(key: string): RegisterPreset | null {
  return REGISTER_PRESETS.find((preset) => preset.key === key) ?? null;
}
