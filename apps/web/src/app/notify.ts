import type { MessageInstance } from 'antd/es/message/interface';
import { isUnreachable, problemText } from '../api/problem';
import { i18n, locale } from '../i18n';

let message: MessageInstance | null = null;

/** Says in passing that something worked or failed; usable outside components. */
export const notify = {
  use(instance: MessageInstance) {
    message = instance;
  },
  success(text: string) {
    void message?.success(text);
  },
  failure(error: unknown) {
    const fallback = isUnreachable(error) ? i18n.t('error.unreachable') : i18n.t('error.unknown');
    void message?.error(problemText(error, locale()) ?? fallback, 5);
  },
};
