import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { RegisterColumn } from '../../../api/types';
import { useI18n } from '../../../i18n';
import { isChosen } from './gridColumns';
import { useRowNames } from './linking/useRowNames';
import { STATUS } from './useRowWrites';

interface Props {
  column: RegisterColumn;
  label: string;
  /** What stands in it: what was typed, else what is kept. */
  text: string;
  /** Whether typing has begun; until then the whole text is marked, and a character takes its place. */
  typing: boolean;
  /** Counts up whenever the cell is to take the focus. */
  focused: number;
  onType: (text: string) => void;
  /** Taken at once: a choice needs no Enter. */
  onChoose: (text: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

function useFocus<Control extends HTMLElement>(focused: number, mark: (control: Control) => void) {
  const control = useRef<Control>(null);
  useEffect(() => {
    if (focused === 0 || !control.current) return;
    control.current.focus({ preventScroll: true });
    mark(control.current);
  }, [focused, mark]);
  return control;
}

const noMark = () => undefined;
const markAll = (field: HTMLTextAreaElement | HTMLInputElement) => field.select();

function Chosen({ column, label, text, focused, onChoose, onKeyDown }: Props) {
  const { t, pick } = useI18n();
  const control = useFocus<HTMLSelectElement>(focused, noMark);
  const yesNo = [
    { key: 'yes', name: t('register.yes') },
    { key: 'no', name: t('register.no') },
  ];
  const named = column.choices.map(({ key, name, nameEn }) => ({ key, name: pick(name, nameEn) }));
  const choices = column.type === 'yes-no' ? yesNo : named;
  return (
    <select
      ref={control}
      aria-label={label}
      value={text}
      onChange={(event) => onChoose(event.target.value)}
      onKeyDown={onKeyDown}
    >
      {column.key !== STATUS && <option value="">{t('register.blank')}</option>}
      {choices.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Typed with the names of the other list beneath; the server finds the row that is meant. */
function Linked({ column, label, text, typing, focused, onType, onKeyDown }: Props) {
  const control = useFocus<HTMLInputElement>(focused, markAll);
  const names = useRowNames(column, typing ? text : null);
  const list = useId();
  return (
    <>
      <input
        ref={control}
        list={list}
        aria-label={label}
        className={typing ? 'cell-typing' : 'cell-ready'}
        value={text}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <datalist id={list}>
        {names.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </>
  );
}

/**
 * The field of the cell that has the focus. It stands there before anybody types: a character put together by an input
 * method has to begin in a field, or its first key is lost.
 */
export function CellEditor(props: Props) {
  const { column, label, text, focused, onType, onKeyDown } = props;
  const control = useFocus<HTMLTextAreaElement>(focused, markAll);
  if (isChosen(column)) return <Chosen {...props} />;
  if (column.type === 'row-link') return <Linked {...props} />;
  return (
    <textarea
      ref={control}
      rows={1}
      aria-label={label}
      className={props.typing ? 'cell-typing' : 'cell-ready'}
      value={text}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
