import { FILE_TABLES, namedFiles } from './named-files';

describe('the rows that name files', () => {
  it('are asked for in all their tables at once', () => {
    expect(namedFiles('store_key', FILE_TABLES, 'project_id = ?')).toBe(
      ['cell_files', 'evidence_files', 'made_documents']
        .map((table) => `SELECT store_key FROM ${table} WHERE store_key IS NOT NULL AND project_id = ?`)
        .join(' UNION ALL '),
    );
  });

  it('are asked for in those alone that an older schema has', () => {
    expect(namedFiles('bytes', ['people', 'evidence_files'])).toBe(
      'SELECT bytes FROM evidence_files WHERE store_key IS NOT NULL',
    );
    expect(namedFiles('bytes', ['people'])).toBe('');
  });
});
