import fc, { type Arbitrary } from 'fast-check';

/** Ids and words that name something, by the name of the field that asks for them. What is not here follows its schema. */
export const HINTS: [RegExp, Arbitrary<unknown>][] = [
  [/^(teamId|team)$/, named('teams')],
  [/^(projectId|project|from)$/, named('projects')],
  [/^keepPeople$/, named('people')],
  [/^keepOwnItems$/, named('items')],
  [/^(workItemId|workItemIds|after|subject)$/, named('items')],
  [/^(assigneeId|assignee|personId|leads|members|standInId)$/, named('people')],
  [/^(workItemId|workItemIds|after|subject|items|id)$/, named('items')],
  [/^(assigneeId|assignee|personId|leads|members)$/, named('people')],
  [/^(template|slug)$/, fc.constantFrom('venue-search', 'registration', 'event-coordinator', 'closing-report')],
  [/^key$/, fc.oneof(named('chapters'), fc.constantFrom('facts', 'targets', 'sponsors', 'statement'))],
  [/^templateId$/, named('houseTemplates')],
  [/^token$/, named('tokens')],
  [/^questionId$/, named('questions')],
  [/^copyOf$/, named('surveys')],
  [/^registerId$/, named('registers')],
  [/^email$/, fc.oneof(named('emails'), fc.constant('new.person@example.test'))],
  [/^(password|current|next)$/, fc.constant('a password for tests')],
  [/^opening$/, fc.constant('2028-06-12')],
  [/^closing$/, fc.constant('2028-06-14')],
  [/^year$/, fc.constantFrom('2026', '2027', '2030')],
  [/^zone$/, fc.constantFrom('Asia/Taipei', 'UTC', 'America/New_York')],
  [/^(rule|startRule|dueRule)$/, fc.constantFrom('opening - 10 days', 'closing + 5 working days at 17:00')],
  [/^(keep|move)$/, named('items')],
  [/^anchors$/, fc.constantFrom({}, { kickoff: '2027-12-01' })],
  [/^options$/, fc.constantFrom({}, {}, { papers: true })],
  [/^standards$/, fc.constantFrom('conference-project-manager', 'event-coordinator')],
  [/^anchor$/, fc.constantFrom('opening', 'closing', 'party')],
  [/^replaces$/, fc.constantFrom('7-days-before', 'escalation', 'nothing')],
  [/^preset$/, fc.constantFrom('venues', 'sponsors', 'incidents')],
  [/^(sort|column)$/, fc.constantFrom('note', 'venue', 'cost', 'item', 'phone')],
  [/^deliverables$/, named('deliverables')],
  [/^(rows|rowId)$/, named('registerRows')],
  [/^deskId$/, named('desks')],
  [/^personIds$/, named('people')],
  [/^evidenceId$/, named('evidence')],
  [/^receipt$/, fc.constantFrom('A-0001', 'A-0002', 'B-1')],
  [
    /^cells$/,
    fc.constantFrom<object[]>(
      ...[{ note: '好' }, { note: null }, { venue: '甲館', cost: 'NT$1,200' }, { item: '場租', planned: 300.5 }],
      ...[
        { dates: '117/6/12~6/14', area: '３２０坪' },
        { phone: true, cost: -1e-9 },
        {},
        { name: '李大同', number: 'W001' },
      ],
    ),
  ],
  [/^(untilAnchor)$/, fc.constantFrom('opening', 'closing', 'reportDue')],
  [/^cursor$/, fc.array(fc.oneof(fc.integer(), fc.string(), named('items'))).map((key) => base64(JSON.stringify(key)))],
];

/** What the id in a path is of, by what stands before it. */
export const KINDS: Record<string, string> = {
  projects: 'projects',
  'work-items': 'items',
  deliverables: 'deliverables',
  checks: 'checks',
  teams: 'teams',
  people: 'people',
  inbox: 'messages',
  messages: 'mails',
  sessions: 'sessions',
  lessons: 'lessons',
  waivers: 'waivers',
  comments: 'comments',
  contracts: 'contracts',
  'record-entries': 'entries',
  documents: 'documents',
  actions: 'actions',
  registers: 'registers',
  surveys: 'surveys',
  'register-rows': 'registerRows',
  'cell-files': 'cellFiles',
  'run-sheet-cues': 'cues',
  'run-sheet-delays': 'delays',
  'house-templates': 'houseTemplates',
  'letter-templates': 'letterTemplates',
  members: 'people',
  'reminder-rules': 'rules',
  recurring: 'recurring',
  milestones: 'milestones',
  replans: 'replans',
  'bulk-changes': 'bulkChanges',
  evidence: 'evidence',
  'join-codes': 'codes',
  'temporary-staff': 'temporary',
};

export function named(kind: string): Arbitrary<string> {
  return fc.nat(30).map((n) => `@${kind}:${n}`);
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64url');
}
