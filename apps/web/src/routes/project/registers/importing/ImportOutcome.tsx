import type { ImportPreview, Register } from '../../../../api/types';
import { useI18n } from '../../../../i18n';

/** What would come of it: how many rows, what the file leaves empty, and every cell that can't be read with the reason. */
export function ImportOutcome({ register, preview }: { register: Register; preview: ImportPreview }) {
  const { t, pick } = useI18n();
  const { rows, added, changed, unchanged, problems, problemCount, missing } = preview;
  const names = register.columns.filter(({ key }) => missing.includes(key)).map((one) => pick(one.name, one.nameEn));
  return (
    <div className="import-outcome" role="status">
      <p>
        <strong>{t('register.import.outcome', { rows, added, changed, unchanged })}</strong>
      </p>
      {names.length > 0 && (
        <p className="muted">{t('register.import.missing', { names: names.join(t('common.comma')) })}</p>
      )}
      {problemCount > 0 && (
        <>
          <p className="field-error">{t('register.import.problems', { count: problemCount })}</p>
          <div className="import-problems">
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('register.import.row')}</th>
                  <th scope="col">{t('register.column')}</th>
                  <th scope="col">{t('register.import.value')}</th>
                  <th scope="col">{t('register.import.why')}</th>
                </tr>
              </thead>
              <tbody>
                {problems.map(({ row, heading, value, zh, en }) => (
                  <tr key={`${row} ${heading ?? ''}`}>
                    <td>{row}</td>
                    <td>{heading}</td>
                    <td className="import-value">{value}</td>
                    <td>{pick(zh, en)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {problemCount > problems.length && (
            <p className="muted">{t('register.import.more', { count: problemCount - problems.length })}</p>
          )}
        </>
      )}
    </div>
  );
}
