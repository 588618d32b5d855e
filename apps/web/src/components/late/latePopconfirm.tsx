import type { PopconfirmProps } from 'antd/es/popconfirm';
import { cloneElement, type ReactElement, Suspense, useState } from 'react';
import { latePart } from './latePart';
import { soon } from './soon';

const usePart = latePart<PopconfirmProps>(() => import('antd/es/popconfirm'), soon);

interface Props extends PopconfirmProps {
  children: ReactElement<{ onClick?: () => void; onPointerDown?: () => void }>;
}

/** "Are you sure?" beside its button; fetched when it may come (see `soon`), and opens where it was asked for before. */
export function Popconfirm({ children, ...props }: Props) {
  const { Part } = usePart();
  const [asked, setAsked] = useState(false);
  const ask = () => setAsked(true);
  // The part may come between the press and its release, which then meet no button to click on.
  return (
    <Suspense fallback={cloneElement(children, { onClick: ask, onPointerDown: ask })}>
      <Part {...props} defaultOpen={asked}>
        {children}
      </Part>
    </Suspense>
  );
}
