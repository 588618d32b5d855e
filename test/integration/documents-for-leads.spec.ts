import { migrate, MIGRATIONS } from '@convener/platform';
import type { DataSource } from 'typeorm';
import { databaseKinds, type OwnDatabase } from '../support/database';
import { asReleased, connect } from '../support/migrating';
import { releases } from '../support/released-schemas';

const BEFORE = MIGRATIONS.slice(
  0,
  MIGRATIONS.findIndex(({ name }) => name === 'DocumentsForLeads1765750000000'),
);
const KINDS = [
  ['expenses', false],
  ['staffing', false],
  ['budget', false],
  ['performance', true],
  ['work-handbook', true],
] as const;

describe.each(databaseKinds())('documents from before they said what they show, on $name', (kind) => {
  let own: OwnDatabase;
  let source: DataSource | null = null;
  beforeEach(async () => {
    own = await asReleased(kind, releases()[0]!);
  });
  afterEach(async () => {
    await source?.destroy();
    await own.drop();
  });

  const one = async <R extends object>(from: DataSource, sql: string): Promise<R> =>
    ((await from.query(sql)) as R[])[0]!;

  /** One of each kind that was handed in, and a file that somebody has uploaded. */
  async function seed(from: DataSource): Promise<void> {
    const { id: person } = await one<{ id: string }>(from, 'SELECT id FROM people');
    const { id: deliverable, project } = await one<{ id: string; project: string }>(
      from,
      'SELECT id, project_id AS project FROM deliverables',
    );
    for (const [key, forLeads] of [...KINDS, ['upload', null] as const]) {
      await from.query(`INSERT INTO evidence (id, deliverable_id, added_by, added_at)
        VALUES ('of-${key}', '${deliverable}', '${person}', 1)`);
      await from.query(`INSERT INTO evidence_files (evidence_id, project_id, deliverable_id, series_id, series_version,
          name, media_type, bytes, sha256, given_sha256, store_key)
        VALUES ('of-${key}', '${project}', '${deliverable}', 'of-${key}', 1, 'x', 'application/pdf', 1, '', '', '${key}')`);
      if (forLeads === null) continue;
      await from.query(`INSERT INTO made_documents (id, project_id, kind, choices, language, format, for_leads, hand_in,
          evidence_id, state, progress, attempts, asked_by, asked_at)
        VALUES ('${key}', '${project}', '${key}', '{}', 'en', 'pdf', ${forLeads}, true, 'of-${key}', 'ready', 100, 1,
          '${person}', 1)`);
    }
  }

  it('are for leads where they show names from the start, and so is what was handed in of them', async () => {
    const old = await connect(own.config, BEFORE);
    await migrate(old);
    await seed(old);
    await old.destroy();
    source = await connect(own.config);
    await migrate(source);
    const keys = async (sql: string) => ((await source!.query(sql)) as { key: string }[]).map(({ key }) => key);
    const leads = ['expenses', 'performance', 'staffing'];
    const made = await keys('SELECT kind AS key FROM made_documents WHERE for_leads = true ORDER BY kind');
    // The operations manual is made by leads and, handed in, carried by everybody.
    expect(made).toEqual([...leads, 'work-handbook']);
    expect(
      await keys(`SELECT evidence_id AS key FROM evidence_files WHERE for_leads = true ORDER BY evidence_id`),
    ).toEqual(leads.map((key) => `of-${key}`));
  });
});
