import Button, { type ButtonProps } from 'antd/es/button';
import { type ReactNode, useRef } from 'react';
import { ACCEPT } from './file-lists';

interface Props {
  children: ReactNode;
  onPick: (files: File[]) => void;
  /** Opens the camera at once. */
  camera?: boolean;
  multiple?: boolean;
  type?: ButtonProps['type'];
}

/** A button that lets somebody choose files, or take a photo. */
export function PickFiles({ children, onPick, camera = false, multiple = false, type = 'text' }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button type={type} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        aria-hidden
        tabIndex={-1}
        accept={camera ? 'image/*' : ACCEPT}
        capture={camera ? 'environment' : undefined}
        multiple={multiple}
        onChange={({ target }) => {
          onPick([...(target.files ?? [])]);
          // The same file may be chosen again.
          target.value = '';
        }}
      />
    </>
  );
}
