import Button from 'antd/es/button';
import { api } from '../../../api/client';
import type { CueFileGiven } from '../../../api/types';
import { Input, Select } from '../../../components/late';
import { useI18n } from '../../../i18n';

interface Props {
  projectId: string;
  files: readonly CueFileGiven[];
  onChange: (files: CueFileGiven[]) => void;
}

interface LineProps {
  file: CueFileGiven;
  number: number;
  onChange: (part: Partial<CueFileGiven>) => void;
  onRemove: () => void;
}

function FileLine({ file, number, onChange, onRemove }: LineProps) {
  const { t } = useI18n();
  return (
    <li className="cue-file">
      <Input
        aria-label={t('runSheet.file.name', { number })}
        placeholder={t('runSheet.file.name', { number })}
        value={file.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      {!file.evidenceId && (
        <Input
          aria-label={t('runSheet.file.link', { number })}
          placeholder="https://"
          value={file.link ?? ''}
          onChange={(event) => onChange({ link: event.target.value })}
        />
      )}
      <Button type="text" aria-label={t('runSheet.file.remove', { number })} onClick={onRemove}>
        ✕
      </Button>
    </li>
  );
}

/** Files of the project's deliverables, and links. */
export function FilesField({ projectId, files, onChange }: Props) {
  const { t } = useI18n();
  const path = { params: { path: { id: projectId } } };
  const offered = api.useQuery('get', '/api/projects/{id}/run-sheet/files', path).data?.items ?? [];
  const free = offered.filter(({ evidenceId }) => !files.some((file) => file.evidenceId === evidenceId));
  return (
    <fieldset className="cue-files">
      <legend>{t('runSheet.files')}</legend>
      <ul>
        {files.map((file, index) => (
          <FileLine
            // Only added at the end and removed one by one; nothing is remembered but the fields.
            key={index}
            file={file}
            number={index + 1}
            onChange={(part) => onChange(files.map((one, at) => (at === index ? { ...one, ...part } : one)))}
            onRemove={() => onChange(files.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      <div className="cue-files-add">
        {free.length > 0 && (
          <Select
            aria-label={t('runSheet.file.choose')}
            placeholder={t('runSheet.file.choose')}
            value={null}
            showSearch={{ optionFilterProp: 'label' }}
            options={free.map(({ evidenceId, name, deliverable }) => ({
              ...{ value: evidenceId, label: t('runSheet.file.of', { name, deliverable }) },
            }))}
            onChange={(evidenceId: string | null) => {
              const chosen = offered.find((file) => file.evidenceId === evidenceId);
              if (chosen) onChange([...files, { evidenceId: chosen.evidenceId, name: chosen.name }]);
            }}
          />
        )}
        <Button onClick={() => onChange([...files, { name: '', link: '' }])}>{t('runSheet.file.addLink')}</Button>
      </div>
    </fieldset>
  );
}
