import PaperClipOutlined from '@ant-design/icons/es/icons/PaperClipOutlined';
import type { RegisterColumn, RegisterRow } from '../../../../api/types';
import { useI18n } from '../../../../i18n';
import { filesIn } from './cellFiles';

interface Props {
  row: RegisterRow;
  column: RegisterColumn;
  label: string;
  mayWrite: boolean;
  onOpen: () => void;
}

/** A cell of files in the grid: what they are called, which opens them. Pictures are too large to be drawn in each row. */
export function FilesCell({ row, column, label, mayWrite, onOpen }: Props) {
  const { t, pick } = useI18n();
  const files = filesIn(row, column);
  if (files.length === 0 && !mayWrite) return null;
  const names = files.map(({ name }) => name).join(pick('、', ', '));
  const told = names || t('files.add');
  return (
    <button
      type="button"
      tabIndex={-1}
      className={names ? 'cell-text cell-filed' : 'cell-text cell-filed cell-unfiled'}
      aria-label={`${label}${t('common.colon')}${told}`}
      onClick={onOpen}
    >
      <PaperClipOutlined aria-hidden /> {told}
    </button>
  );
}
