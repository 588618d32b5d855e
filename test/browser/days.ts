import type { Page } from 'playwright-core';
import { until } from './world';

/** Types a day into a field and waits until it is read. */
export async function fillDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  // Typed faster than any person could, the text can be swept away by the answer to the field before.
  await until(async () => {
    await field.fill(day);
    return (await field.inputValue()).startsWith(day.replaceAll('-', '/'));
  }, `${label} to be read`);
  await field.press('Enter');
  await field.press('Tab');
}
