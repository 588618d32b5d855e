import type { RegisterPreset } from './preset-columns';
import { CONTROL_PRESETS } from './presets-control';
import { PARTNER_PRESETS } from './presets-partners';
import { PROGRAMME_PRESETS } from './presets-programme';

/** The lists that a project can start with. What the standard names is asked for; what we put beside it is not. */
export const REGISTER_PRESETS: readonly RegisterPreset[] = [
  ...PROGRAMME_PRESETS,
  ...PARTNER_PRESETS,
  ...CONTROL_PRESETS,
];

export function presetOf(key: string): RegisterPreset | null {
  return REGISTER_PRESETS.find((preset) => preset.key === key) ?? null;
}
