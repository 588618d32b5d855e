import { type Bilingual, conflict } from '@convener/kernel';

/** What a project that is not running says to whoever wants to change it, and what can be done about it. */
const REFUSALS: Record<string, { type: string; text: Bilingual }> = {
  closed: {
    type: 'project-closed',
    text: {
      zh: '專案已結案，內容不能再更改；請專案經理先重新開啟。',
      en: 'The project is closed and can no longer be changed. Its manager can reopen it.',
    },
  },
  'on-hold': {
    type: 'project-on-hold',
    text: {
      zh: '專案暫停中，內容只能查看；請專案經理先恢復專案。',
      en: 'The project is on hold and can only be read. Its manager can resume it.',
    },
  },
  cancelled: {
    type: 'project-cancelled',
    text: {
      zh: '專案已取消，內容只能查看；如要繼續，請專案經理恢復專案。',
      en: 'The project is cancelled and can only be read. Its manager can resume it.',
    },
  },
};

/** Throws 409 unless the project is running. */
export function requireRunning({ status }: { status: string }): void {
  if (status === 'running') return;
  const { type, text } = REFUSALS[status] ?? REFUSALS.closed!;
  throw conflict(type, text);
}
