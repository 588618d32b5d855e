import { type Bilingual, TransientError } from '@convener/kernel';

/** Why a store takes nothing until somebody mends its settings, its rights or a clock. */
export type StoreRefusal = 'wrong-key' | 'no-bucket' | 'wrong-region' | 'wrong-clock' | 'forbidden' | 'refused';

/** For whoever runs the installation. */
export const STORE_TROUBLES: Record<StoreRefusal | 'away', Bilingual> = {
  away: { zh: '檔案儲存空間（S3）沒有回應。', en: 'The file store (S3) does not answer.' },
  'wrong-key': {
    zh: '檔案儲存空間（S3）不認得金鑰：請檢查 FILES_S3_ACCESS_KEY_ID 與 FILES_S3_SECRET_ACCESS_KEY。',
    en: 'The file store (S3) does not accept the key: check FILES_S3_ACCESS_KEY_ID and FILES_S3_SECRET_ACCESS_KEY.',
  },
  'no-bucket': {
    zh: '檔案儲存空間（S3）裡沒有這個儲存桶：請先建立，或檢查 FILES_S3_BUCKET。',
    en: 'The file store (S3) has no such bucket: make it, or check FILES_S3_BUCKET.',
  },
  'wrong-region': {
    zh: '檔案儲存空間（S3）的儲存桶在別的區域：請檢查 FILES_S3_REGION 與 FILES_S3_ENDPOINT。',
    en: 'The bucket of the file store (S3) is elsewhere: check FILES_S3_REGION and FILES_S3_ENDPOINT.',
  },
  'wrong-clock': {
    zh: '這台主機與檔案儲存空間（S3）的時鐘差太多：請校準主機的時間。',
    en: 'The clock of this machine and that of the file store (S3) are too far apart: set the time of this machine.',
  },
  forbidden: {
    zh: '檔案儲存空間（S3）不允許這個動作：金鑰需要列出、讀取、寫入與刪除儲存桶內物件的權限。',
    en: 'The file store (S3) does not allow this: the key needs the rights to list, read, write and delete the objects of the bucket.',
  },
  refused: {
    zh: '檔案儲存空間（S3）拒絕了請求，伺服器紀錄裡有原因。',
    en: 'The file store (S3) refuses what it is asked; the log says why.',
  },
};

/** The store can't be reached, or fails in passing. */
export class FileStoreAway extends TransientError {
  constructor(detail: string, options?: ErrorOptions) {
    super(`${STORE_TROUBLES.away.en} (${detail})`, options);
  }
}

/** Trying again changes nothing. */
export class FileStoreRefused extends Error {
  constructor(
    readonly why: StoreRefusal,
    detail: string,
  ) {
    super(`${STORE_TROUBLES[why].en} (${detail})`);
  }
}
