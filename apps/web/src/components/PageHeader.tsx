import { useEffect, type ReactNode } from 'react';

interface Props {
  title: ReactNode;
  /** The title as plain text for the window, where `title` is more than that. */
  name?: string;
  /** The way back, above the title. */
  back?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, name, back, lead, actions }: Props) {
  const text = name ?? (typeof title === 'string' ? title : '');
  useEffect(() => {
    document.title = text ? `${text} · Convener` : 'Convener';
  }, [text]);
  return (
    <header className="page-header">
      <div>
        {back && <div className="page-back">{back}</div>}
        <h1>{title}</h1>
        {lead && <div className="page-lead">{lead}</div>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </header>
  );
}
