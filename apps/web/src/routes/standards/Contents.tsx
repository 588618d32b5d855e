import { useRef } from 'react';
import { useIsPhone } from '../../app/useIsPhone';
import { useI18n } from '../../i18n';
import { anchorOf } from './anchors';
import { useReading } from './reading';
import { LISTS, sizeOf } from './StandardLists';

function Places() {
  const { t } = useI18n();
  const { standard, here } = useReading();
  const link = (anchor: string, code: string | null, text: string) => (
    <a href={`#${anchor}`} aria-current={here === anchor ? 'location' : undefined}>
      {code && <span className="code">{code}</span>}
      {text}
    </a>
  );
  return (
    <ol>
      {standard.duties.map((duty) => (
        <li key={duty.code}>
          {link(anchorOf(duty.code), duty.code, duty.title)}
          <ol>
            {duty.tasks.map((task) => (
              <li key={task.place}>{link(anchorOf(task.place), task.code, task.title)}</li>
            ))}
          </ol>
        </li>
      ))}
      {LISTS.filter((list) => sizeOf(standard, list) > 0).map((list) => (
        <li key={list}>{link(list, null, t(`standard.${list}`))}</li>
      ))}
    </ol>
  );
}

/** What stands where: at the side of a desk, on a phone a list that opens at the top and stays at hand. */
export function Contents() {
  const { t } = useI18n();
  const fold = useRef<HTMLDetailsElement>(null);
  if (!useIsPhone()) {
    return (
      <nav className="contents" aria-label={t('standard.contents')}>
        <Places />
      </nav>
    );
  }
  const close = () => fold.current?.removeAttribute('open');
  return (
    <details className="contents" ref={fold}>
      <summary>{t('standard.contents')}</summary>
      <nav aria-label={t('standard.contents')} onClick={close}>
        <Places />
      </nav>
    </details>
  );
}
