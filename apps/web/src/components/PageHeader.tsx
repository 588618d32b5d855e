import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  title: ReactNode;
  /** The title as plain text for the window, where `title` is more than that. */
  name?: string;
  /** The way back, above the title. */
  back?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}

/** The page that the browser itself opened keeps the focus where the browser put it. */
let first = true;

/** After going to another page its heading has the focus, so that keyboard and screen reader start there. */
function useFocusOnArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  return heading;
}

export function PageHeader({ title, name, back, lead, actions }: Props) {
  const text = name ?? (typeof title === 'string' ? title : '');
  const heading = useFocusOnArrival();
  useEffect(() => {
    document.title = text ? `${text} · Convener` : 'Convener';
  }, [text]);
  return (
    <header className="page-header">
      <div>
        {back && <div className="page-back">{back}</div>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <div className="page-lead">{lead}</div>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </header>
  );
}
