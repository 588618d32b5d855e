import Button from 'antd/es/button';
import type { ButtonProps } from 'antd/es/button';
import { useState, type ReactNode } from 'react';
import { AskModal } from './AskModal';

interface Props {
  children: ReactNode;
  title: string;
  label: string;
  intro?: ReactNode;
  danger?: boolean;
  /** What stands in the field at first. */
  initial?: string;
  type?: ButtonProps['type'];
  size?: ButtonProps['size'];
  onConfirm: (text: string) => Promise<unknown>;
}

/** A button that asks for a reason first. */
export function AskButton({ children, title, label, intro, danger, initial, type, size, onConfirm }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type={type} size={size} onClick={() => setOpen(true)}>
        {children}
      </Button>
      <AskModal
        open={open}
        title={title}
        label={label}
        intro={intro}
        danger={danger}
        initial={initial}
        confirm={title}
        onConfirm={onConfirm}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
