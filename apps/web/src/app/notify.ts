import Button from 'antd/es/button';
import type { MessageInstance } from 'antd/es/message/interface';
import { createElement, Fragment } from 'react';
import { isUnreachable, problemText } from '../api/problem';
import { i18n, locale } from '../i18n';

let message: MessageInstance | null = null;
let offers = 0;

/** Says in passing that something worked or failed; usable outside components. */
export const notify = {
  use(instance: MessageInstance) {
    message = instance;
  },
  success(text: string) {
    void message?.success(text);
  },
  /** Also offers, for so many seconds, to do something about it. */
  offer(text: string, action: { label: string; run: () => void }, seconds: number) {
    const key = `offer-${(offers += 1)}`;
    const run = () => {
      message?.destroy(key);
      action.run();
    };
    const button = createElement(Button, { size: 'small', onClick: run, className: 'message-action' }, action.label);
    const content = createElement(Fragment, null, text, button);
    void message?.open({ key, type: 'success', content, duration: seconds });
  },
  failure(error: unknown) {
    const fallback = isUnreachable(error) ? i18n.t('error.unreachable') : i18n.t('error.unknown');
    void message?.error(problemText(error, locale()) ?? fallback, 5);
  },
};
