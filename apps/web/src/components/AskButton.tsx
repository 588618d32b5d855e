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
  /** Whether it can be done now. Where that ends while somebody types the dialog stays, and the server says why not. */
  offered?: boolean;
  onConfirm: (text: string) => Promise<unknown>;
}

/** A button that asks for a reason first. */
export function AskButton({
  children,
  title,
  label,
  intro,
  danger,
  initial,
  type,
  size,
  offered = true,
  onConfirm,
}: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {offered && (
        <Button type={type} size={size} onClick={() => setOpen(true)}>
          {children}
        </Button>
      )}
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
