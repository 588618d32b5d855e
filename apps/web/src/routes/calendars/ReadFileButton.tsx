import Upload from 'antd/es/upload';
import Button from 'antd/es/button';
import { api } from '../../api/client';
import { useI18n } from '../../i18n';

interface Props {
  onRead: (file: { year: number; daysOff: { date: string; name: string }[] }) => void;
  onFailed: (error: unknown) => void;
}

/** Bytes as base64, without passing them through text: the file may be Big5. */
async function base64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** Chooses the government's file of a year; the server reads it. */
export function ReadFileButton({ onRead, onFailed }: Props) {
  const { t } = useI18n();
  const read = api.useMutation('post', '/api/calendars/read', {
    meta: { quiet: true, ownRefresh: true },
    onSuccess: onRead,
    onError: onFailed,
  });
  const choose = (file: Blob) => {
    void base64(file).then((content) => read.mutate({ body: { content } }));
    return false;
  };
  return (
    <Upload accept=".csv,text/csv" showUploadList={false} beforeUpload={choose}>
      <Button type="primary" loading={read.isPending}>
        {t('calendars.readFile')}
      </Button>
    </Upload>
  );
}
