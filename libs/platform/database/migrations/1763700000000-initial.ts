import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The first schema, in the SQL that SQLite and PostgreSQL share. Instants are epoch milliseconds (`_at`), days are
 * `YYYY-MM-DD` text (`_day`), JSON is text. Ids are UUID text.
 */
const TABLES: readonly string[] = [
  `CREATE TABLE people (
    id varchar(36) PRIMARY KEY,
    name text NOT NULL,
    email text NOT NULL UNIQUE,
    password_hash text NOT NULL,
    workspace_role text,
    locale text NOT NULL DEFAULT 'zh-TW',
    active boolean NOT NULL DEFAULT true,
    created_at bigint NOT NULL,
    version integer NOT NULL DEFAULT 1
  )`,
  `CREATE TABLE setup_links (
    id varchar(36) PRIMARY KEY,
    token_hash text NOT NULL UNIQUE,
    created_at bigint NOT NULL
  )`,
  `CREATE TABLE sessions (
    id varchar(36) PRIMARY KEY,
    token_hash text NOT NULL UNIQUE,
    person_id varchar(36) NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at bigint NOT NULL,
    last_seen_at bigint NOT NULL,
    expires_at bigint NOT NULL
  )`,
  `CREATE INDEX sessions_person ON sessions (person_id)`,
  `CREATE TABLE template_versions (
    id varchar(36) PRIMARY KEY,
    slug text NOT NULL,
    version integer NOT NULL,
    content text NOT NULL,
    digest text NOT NULL,
    published_at bigint NOT NULL,
    UNIQUE (slug, version)
  )`,
  `CREATE TABLE projects (
    id varchar(36) PRIMARY KEY,
    name text NOT NULL,
    client text,
    venue text,
    zone text NOT NULL,
    template_slug text NOT NULL,
    template_version integer NOT NULL,
    opening_day text NOT NULL,
    closing_day text NOT NULL,
    anchors text NOT NULL,
    options text NOT NULL,
    late_start text,
    left_out text NOT NULL,
    strict_checks boolean NOT NULL DEFAULT false,
    status text NOT NULL,
    created_by varchar(36) NOT NULL REFERENCES people (id),
    created_at bigint NOT NULL,
    closed_at bigint,
    version integer NOT NULL DEFAULT 1,
    FOREIGN KEY (template_slug, template_version) REFERENCES template_versions (slug, version)
  )`,
  `CREATE TABLE project_members (
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    person_id varchar(36) NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    role text NOT NULL,
    created_at bigint NOT NULL,
    PRIMARY KEY (project_id, person_id)
  )`,
  `CREATE INDEX project_members_person ON project_members (person_id)`,
  `CREATE TABLE teams (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    key text NOT NULL,
    name text NOT NULL,
    name_en text,
    position integer NOT NULL,
    UNIQUE (project_id, key)
  )`,
  `CREATE TABLE team_members (
    team_id varchar(36) NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
    person_id varchar(36) NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    lead boolean NOT NULL DEFAULT false,
    PRIMARY KEY (team_id, person_id)
  )`,
  `CREATE INDEX team_members_person ON team_members (person_id)`,
  `CREATE TABLE invitations (
    id varchar(36) PRIMARY KEY,
    token_hash text NOT NULL UNIQUE,
    email text,
    name text,
    workspace_role text,
    project_id varchar(36) REFERENCES projects (id) ON DELETE CASCADE,
    project_role text,
    team_id varchar(36) REFERENCES teams (id) ON DELETE SET NULL,
    lead boolean NOT NULL DEFAULT false,
    invited_by varchar(36) NOT NULL REFERENCES people (id),
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    accepted_at bigint,
    accepted_by varchar(36) REFERENCES people (id)
  )`,
  `CREATE TABLE work_items (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    team_id varchar(36) REFERENCES teams (id),
    stage text NOT NULL,
    workflow text NOT NULL,
    position integer NOT NULL,
    code text,
    title text NOT NULL,
    title_en text,
    owner_role text NOT NULL,
    level integer,
    source text NOT NULL,
    standard text,
    edition text,
    place text,
    template_slug text,
    template_version integer,
    start_day text,
    due_day text,
    due_time text,
    start_rule text,
    due_rule text,
    day_basis text,
    baseline_start_day text,
    baseline_due_day text,
    status text NOT NULL,
    waiting_for text,
    waiting_since bigint,
    reason text,
    assignee_id varchar(36) REFERENCES people (id),
    done_at bigint,
    done_by varchar(36) REFERENCES people (id),
    created_at bigint NOT NULL,
    version integer NOT NULL DEFAULT 1
  )`,
  `CREATE INDEX work_items_project ON work_items (project_id, position)`,
  `CREATE UNIQUE INDEX work_items_place ON work_items (project_id, place)`,
  `CREATE INDEX work_items_assignee ON work_items (assignee_id, status)`,
  `CREATE INDEX work_items_team ON work_items (team_id)`,
  `CREATE TABLE work_item_predecessors (
    work_item_id varchar(36) NOT NULL REFERENCES work_items (id) ON DELETE CASCADE,
    predecessor_id varchar(36) NOT NULL REFERENCES work_items (id) ON DELETE CASCADE,
    PRIMARY KEY (work_item_id, predecessor_id)
  )`,
  `CREATE INDEX work_item_predecessors_of ON work_item_predecessors (predecessor_id)`,
  `CREATE TABLE deliverables (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    work_item_id varchar(36) NOT NULL REFERENCES work_items (id) ON DELETE CASCADE,
    position integer NOT NULL,
    code text,
    title text NOT NULL,
    title_en text,
    source text NOT NULL,
    sources text NOT NULL,
    place text,
    preparer text NOT NULL,
    accepter text,
    evidence text NOT NULL,
    start_day text,
    due_day text,
    due_time text,
    start_rule text,
    due_rule text,
    day_basis text,
    baseline_start_day text,
    baseline_due_day text,
    status text NOT NULL,
    reason text,
    submitted_by varchar(36) REFERENCES people (id),
    submitted_at bigint,
    settled_by varchar(36) REFERENCES people (id),
    settled_at bigint,
    self_accepted boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1
  )`,
  `CREATE INDEX deliverables_item ON deliverables (work_item_id, position)`,
  `CREATE INDEX deliverables_project ON deliverables (project_id, status)`,
  `CREATE UNIQUE INDEX deliverables_place ON deliverables (project_id, place)`,
  `CREATE TABLE evidence (
    id varchar(36) PRIMARY KEY,
    deliverable_id varchar(36) NOT NULL REFERENCES deliverables (id) ON DELETE CASCADE,
    note text,
    link text,
    added_by varchar(36) NOT NULL REFERENCES people (id),
    added_at bigint NOT NULL
  )`,
  `CREATE INDEX evidence_deliverable ON evidence (deliverable_id)`,
  `CREATE TABLE checks (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    work_item_id varchar(36) NOT NULL REFERENCES work_items (id) ON DELETE CASCADE,
    position integer NOT NULL,
    stage text NOT NULL,
    code text,
    text text NOT NULL,
    source text NOT NULL,
    place text,
    state text NOT NULL,
    reason text,
    decided_by varchar(36) REFERENCES people (id),
    decided_at bigint,
    version integer NOT NULL DEFAULT 1
  )`,
  `CREATE INDEX checks_item ON checks (work_item_id, position)`,
  `CREATE INDEX checks_project ON checks (project_id, state)`,
  `CREATE TABLE activity (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    at bigint NOT NULL,
    actor_id varchar(36) REFERENCES people (id),
    action text NOT NULL,
    subject_type text NOT NULL,
    subject_id varchar(36) NOT NULL,
    subject_title text NOT NULL,
    before text,
    after text,
    batch_id varchar(36)
  )`,
  `CREATE INDEX activity_project ON activity (project_id, id)`,
  `CREATE INDEX activity_subject ON activity (subject_id, id)`,
  `CREATE TABLE messages (
    id varchar(36) PRIMARY KEY,
    person_id varchar(36) NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at bigint NOT NULL,
    status text NOT NULL,
    lines text NOT NULL,
    read_at bigint,
    mail_status text NOT NULL,
    mail_attempts integer NOT NULL DEFAULT 0,
    lease_token text,
    lease_until bigint
  )`,
  `CREATE INDEX messages_person ON messages (person_id, id)`,
  `CREATE INDEX messages_status ON messages (status, lease_until)`,
  `CREATE TABLE reminders (
    id varchar(36) PRIMARY KEY,
    project_id varchar(36) NOT NULL REFERENCES projects (id) ON DELETE CASCADE,
    subject_type text NOT NULL,
    subject_id varchar(36) NOT NULL,
    person_id varchar(36) REFERENCES people (id) ON DELETE CASCADE,
    rule text NOT NULL,
    due_day text NOT NULL,
    fire_at bigint NOT NULL,
    status text NOT NULL,
    message_id varchar(36) REFERENCES messages (id),
    created_at bigint NOT NULL,
    settled_at bigint
  )`,
  `CREATE INDEX reminders_due ON reminders (status, fire_at)`,
  `CREATE INDEX reminders_subject ON reminders (subject_id, status)`,
  `CREATE INDEX reminders_project ON reminders (project_id, status)`,
  `CREATE INDEX reminders_message ON reminders (message_id)`,
  `CREATE TABLE outgoing_mail (
    id varchar(36) PRIMARY KEY,
    message_key text NOT NULL UNIQUE,
    recipient text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    created_at bigint NOT NULL
  )`,
];

export class Initial1763700000000 implements MigrationInterface {
  name = 'Initial1763700000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const names = TABLES.flatMap((sql) => /^CREATE TABLE (\w+)/.exec(sql)?.[1] ?? []);
    for (const name of names.reverse()) await runner.query(`DROP TABLE ${name}`);
  }
}
