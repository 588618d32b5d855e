import { Select } from '../../../../components/late';
import type { ImportPreview, Register } from '../../../../api/types';
import { Field } from '../../../../components/Field';
import { useI18n } from '../../../../i18n';
import { holdsFiles } from '../gridColumns';
import { STATUS } from '../useRowWrites';
import type { Importing } from './useImport';

interface Props {
  register: Register;
  importing: Importing;
  preview: ImportPreview;
}

/** Not taken. */
const NOWHERE = '';

function Mapping({ register, importing, preview }: Props) {
  const { t, pick } = useI18n();
  const targets = [
    { value: NOWHERE, label: t('register.import.notTaken') },
    ...register.columns
      .filter((column) => !column.masked && !holdsFiles(column))
      .map(({ key, name, nameEn }) => ({ value: key, label: pick(name, nameEn) })),
    { value: STATUS, label: t('word.status') },
  ];
  return (
    <table className="import-mapping">
      <thead>
        <tr>
          <th scope="col">{t('register.import.inFile')}</th>
          <th scope="col">{t('register.import.inList')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.headings.map((heading, at) => (
          // Headings of a file may be alike; their place is what tells them apart.
          <tr key={at}>
            <td>{heading || t('register.import.unnamed', { number: at + 1 })}</td>
            <td>
              <Select
                className="wide"
                aria-label={t('register.import.goesTo', { heading })}
                value={preview.mapping[at] ?? NOWHERE}
                options={targets}
                onChange={(column: string) => importing.onMapping(at, column === NOWHERE ? null : column)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SheetHow({ register, importing, preview }: Props) {
  const { t, pick } = useI18n();
  const known = register.columns.filter(({ key }) => preview.mapping.includes(key));
  return (
    <>
      {preview.encoding === 'big5' && <p className="muted">{t('register.import.big5')}</p>}
      {register.columns.some((column) => !column.masked && holdsFiles(column)) && (
        <p className="muted">{t('register.import.noFiles')}</p>
      )}
      <Mapping register={register} importing={importing} preview={preview} />
      <Field label={t('register.import.key')} hint={t('register.import.keyHint')}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            value={preview.key ?? NOWHERE}
            options={[
              { value: NOWHERE, label: t('register.import.allNew') },
              ...known.map(({ key, name, nameEn }) => ({ value: key, label: pick(name, nameEn) })),
            ]}
            onChange={(key: string) => importing.onKey(key)}
          />
        )}
      </Field>
    </>
  );
}

/** Which sheet, which column goes where, and by what rows that are there already are known. */
export function ImportHow({ register, importing, preview }: Props) {
  const { t } = useI18n();
  return (
    <>
      {preview.sheets.length > 1 && (
        <Field label={t('register.import.sheet')}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              value={preview.sheet}
              options={preview.sheets.map((value) => ({ value, label: value }))}
              onChange={(sheet: string) => importing.onSheet(sheet)}
            />
          )}
        </Field>
      )}
      {importing.ofSheet && <SheetHow {...{ register, importing, preview }} />}
    </>
  );
}
