import { column } from '@convener/register-presets';
import type { CellFile } from './cell-file.entity';
import { shownFiles, withFiles } from './cell-files.rules';

const photo = column('photo', '照片', 'Photos', 'file');
const badge = column('badge', '證件影本', 'Copy of ID', 'file', { personal: true });
const file = (id: string, columnKey: string, name = `${id}.jpg`): CellFile => ({
  ...{ id, projectId: 'p', registerId: 'l', rowId: 'r', columnKey, name, mediaType: 'image/jpeg', bytes: 1 },
  ...{ sha256: '', givenSha256: '', width: 4, height: 3, storeKey: 'secret', addedBy: 'a', addedAt: 1 },
});

describe('a cell of files', () => {
  it('holds what they are called, one a line, beside the other cells', () => {
    expect(withFiles({ venue: '甲館' }, 'photo', [file('a', 'photo'), file('b', 'photo')])).toEqual({
      ...{ venue: '甲館', photo: 'a.jpg\nb.jpg' },
    });
  });

  it('is empty without files, and so not there', () => {
    expect(withFiles({ venue: '甲館', photo: 'a.jpg' }, 'photo', [])).toEqual({ venue: '甲館' });
  });

  it('shows its files to whoever sees the column, and never where they are kept', () => {
    const files = [file('a', 'photo'), file('b', 'badge')];
    expect(shownFiles([photo], files)).toEqual({
      photo: [{ id: 'a', name: 'a.jpg', mediaType: 'image/jpeg', bytes: 1, width: 4, height: 3 }],
    });
    expect(Object.keys(shownFiles([photo, badge], files))).toEqual(['photo', 'badge']);
    expect(JSON.stringify(shownFiles([photo, badge], files))).not.toContain('secret');
  });
});
