import type { RegisterColumn, RegisterRow } from '../../../../api/types';
import { Modal } from '../../../../components/late';
import { useI18n } from '../../../../i18n';
import { CellFiles } from './CellFiles';

interface Props {
  column: RegisterColumn;
  row: RegisterRow;
  /** From 1 on, as it stands on screen. */
  number: number;
  mayWrite: boolean;
  given: readonly File[];
  onClose: () => void;
}

/** The files of one cell of the grid. */
export function CellFilesDialog({ column, row, number, mayWrite, given, onClose }: Props) {
  const { t, pick } = useI18n();
  const name = pick(column.name, column.nameEn);
  return (
    <Modal open title={t('register.cellOf', { name, row: number })} footer={null} onCancel={onClose} destroyOnHidden>
      <CellFiles {...{ column, row, mayWrite, given }} onRow={() => undefined} />
    </Modal>
  );
}
