import Button from 'antd/es/button';
import { Input, Select, TextArea } from '../../../components/late';
import { wrongFields } from '../../../api/problem';
import {
  may,
  type Register,
  type RegisterColumn,
  type RegisterRow,
  ROW_STATUSES,
  type RowStatus,
} from '../../../api/types';
import { question } from '../../../app/question';
import { formatInstant } from '../../../format/dates';
import { Field } from '../../../components/Field';
import { FormModal } from '../../../components/FormModal';
import { useI18n } from '../../../i18n';
import { MakeLesson } from '../../lessons/MakeLesson';
import { useProject } from '../useProject';
import { cellText } from './cellText';
import { RowWork } from './RowWork';
import { CellFiles } from './filing/CellFiles';
import { holdsFiles, isNumber } from './gridColumns';
import { LinkField } from './linking/LinkField';
import { RowPlace } from './moving/RowPlace';
import type { RowMoves } from './moving/useRowMoves';
import { useCellWords } from './useCellWords';
import { useRowForm } from './useRowForm';

interface Props {
  register: Register;
  /** Null: a new one. */
  row: RegisterRow | null;
  /** Null where rows are not shown in the list's own order, or may not be moved. */
  moves: RowMoves | null;
  onClose: () => void;
}

interface CellFieldProps {
  column: RegisterColumn;
  text: string;
  /** What the row is called that a link cell holds. */
  linked: string | undefined;
  error: string | undefined;
  onChange: (text: string) => void;
}

const HINTS = { date: 'date', 'time-range': 'timeRange', money: 'money' } as const;
const KEYBOARDS = { number: 'decimal', money: 'decimal', phone: 'tel', 'e-mail': 'email' } as const;
const inTable = <Value,>(table: Record<string, Value>, key: string): Value | undefined => table[key];

function CellField({ column, text, linked, error, onChange }: CellFieldProps) {
  const { t, pick } = useI18n();
  const { type, choices, unit } = column;
  const hint = inTable(HINTS, type);
  const chosen =
    type === 'yes-no'
      ? [
          { value: 'yes', label: t('register.yes') },
          { value: 'no', label: t('register.no') },
        ]
      : choices.map(({ key, name, nameEn }) => ({ value: key, label: pick(name, nameEn) }));
  return (
    <Field
      label={pick(column.name, column.nameEn)}
      optional={!column.required}
      error={error}
      hint={hint && t(`register.hint.${hint}`)}
    >
      {(control) =>
        type === 'row-link' ? (
          <LinkField {...{ control, column, linked, onChange }} id={text} />
        ) : chosen.length > 0 ? (
          <Select
            {...control}
            className="wide"
            allowClear
            value={text || undefined}
            options={chosen}
            onChange={(value: string | undefined) => onChange(value ?? '')}
          />
        ) : type === 'text' ? (
          <TextArea
            {...control}
            autoSize={{ minRows: 1, maxRows: 8 }}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Input
            {...control}
            inputMode={inTable(KEYBOARDS, type)}
            suffix={isNumber(column) ? (unit ?? undefined) : undefined}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}

interface FilesFieldProps {
  register: Register;
  column: RegisterColumn;
  /** Null while it is a new one, which has to be there before its files. */
  row: RegisterRow | null;
  onRow: (row: RegisterRow) => void;
}

function FilesField({ register, column, row, onRow }: FilesFieldProps) {
  const { t, pick } = useI18n();
  return (
    <fieldset className="field cell-files-field">
      <legend>
        {pick(column.name, column.nameEn)}
        {!column.required && <span className="optional">{t('common.optional')}</span>}
      </legend>
      {row ? (
        <CellFiles {...{ column, row, onRow }} mayWrite={register.mayWrite} />
      ) : (
        <p className="muted">{t('register.files.later')}</p>
      )}
    </fieldset>
  );
}

/** Asked over the form: beside its button the question would leave the screen where the form is long. */
function RemoveRow({ onRemove }: { onRemove: () => void }) {
  const { t } = useI18n();
  const ask = async () => {
    const asked = { title: t('register.removeRowAsk'), okText: t('register.removeDo'), cancelText: t('common.cancel') };
    if (await question.ask({ ...asked, danger: true })) onRemove();
  };
  return (
    <Button danger type="text" onClick={() => void ask()}>
      {t('register.removeRow')}
    </Button>
  );
}

interface CellsProps {
  register: Register;
  columns: readonly RegisterColumn[];
  form: ReturnType<typeof useRowForm>;
  errors: Record<string, string | undefined>;
}

function Cells({ register, columns, form, errors }: CellsProps) {
  const { seen } = form;
  return columns.map((column) =>
    holdsFiles(column) ? (
      <FilesField key={column.key} {...{ register, column }} row={seen} onRow={form.take} />
    ) : (
      <CellField
        key={column.key}
        column={column}
        text={form.texts[column.key] ?? ''}
        linked={seen?.names[column.key]}
        error={errors[column.key]}
        onChange={(text) => form.set({ [column.key]: text })}
      />
    ),
  );
}
/** Lists whose rows are problems, of which something can be learnt. */
const isFinding = ({ presetKey }: Register) => presetKey === 'rehearsalFindings' || presetKey === 'incidents';

/** One row as a form: for a phone, for long texts, and for a new row. */
export function RowForm({ register, row, moves, onClose }: Props) {
  const { t, locale, pick } = useI18n();
  const words = useCellWords();
  const form = useRowForm(register, row, onClose);
  const project = useProject(register.projectId).data;
  const mayLearn = project !== undefined && may(project, 'write-lessons');
  const errors = wrongFields(form.error, locale, '/cells/');
  const columns = register.columns.filter(({ masked }) => !masked);
  const { seen } = form;
  const moved = form.moved.map((column): [string, string] => [
    pick(column.name, column.nameEn),
    cellText(column, seen?.cells[column.key], words, seen?.names[column.key]) || t('common.none'),
  ]);
  return (
    <FormModal
      open
      title={seen ? t('register.editRow') : t('register.addRow')}
      confirm={t('common.save')}
      ready={register.mayWrite}
      busy={form.busy}
      error={form.error}
      known={columns.map(({ key }) => `/cells/${key}`)}
      present={moved}
      onSubmit={form.submit}
      onClose={onClose}
    >
      {row && row.erasedAt !== null && (
        <p className="muted">{t('personal.erasedAt', { at: formatInstant(row.erasedAt) })}</p>
      )}
      {!row && seen && (
        <p className="muted" role="status">
          {t('register.files.added')}
        </p>
      )}
      <Cells {...{ register, columns, form, errors }} />
      <Field label={t('word.status')}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            value={form.status}
            options={ROW_STATUSES.map((value) => ({ value, label: t(`register.status.${value}`) }))}
            onChange={(status: RowStatus) => form.setStatus(status)}
          />
        )}
      </Field>
      {row && moves && <RowPlace row={row} moves={moves} />}
      {row && <RowWork register={register} row={row} unsaved={form.unsaved} />}
      {row && isFinding(register) && mayLearn && <MakeLesson of="row" id={row.id} disabled={form.unsaved} />}
      {row && register.mayWrite && <RemoveRow onRemove={form.remove} />}
    </FormModal>
  );
}
