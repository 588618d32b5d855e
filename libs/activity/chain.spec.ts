import fc from 'fast-check';
import { type ChainedEntry, chained, EMPTY_CHAIN, hashOf, type Head } from './chain';
import { ChainCheck, type ReadEntry, type Wrong } from './chain-check';
import { personalDigest } from './personal';

type Written = Omit<ChainedEntry, 'seq'> & { content: string | null; salt: string | null };
type Link = Written & Head;

const SAMPLE: Written = {
  ...{ id: 'a', projectId: 'p', at: 1795395600000, actorId: 'q', action: 'check.ticked', subjectType: 'check' },
  ...{ subjectId: 's', subjectTitle: '確認講者名單', before: '{"state":"open"}', after: '{"state":"ticked"}' },
  ...{ batchId: null, personalDigest: null, content: null, salt: null },
};
const text = fc.string({ unit: 'binary' });
const maybe = fc.option(text);
const written: fc.Arbitrary<Written> = fc
  .record({
    ...{ id: fc.uuid(), projectId: fc.uuid(), at: fc.nat(), actorId: maybe, action: text, subjectType: text },
    ...{ subjectId: fc.uuid(), subjectTitle: text, before: maybe, after: maybe, batchId: maybe },
    ...{ content: maybe, salt: fc.uuid() },
  })
  .map(({ content, salt, ...entry }) => ({
    ...entry,
    personalDigest: content === null ? null : personalDigest(salt, content),
    content,
    salt: content === null ? null : salt,
  }));
const records = fc.array(fc.array(written, { minLength: 1, maxLength: 4 }), { maxLength: 6 });

/** The chain that such records make, one after the other. */
function chainOf(calls: readonly Written[][]): { links: Link[]; head: Head } {
  let head = EMPTY_CHAIN;
  const links = calls.flatMap((call) => {
    const made = chained(head, call);
    head = made.head;
    return made.entries;
  });
  return { links, head };
}

function check(links: readonly Link[], head: Head | null): ChainCheck {
  const chain = new ChainCheck();
  for (const link of [...links].sort((a, b) => a.seq - b.seq)) chain.add(link as unknown as ReadEntry);
  chain.end(head);
  return chain;
}

describe('a chain of entries', () => {
  it('is right, whatever was recorded in however many calls', () => {
    fc.assert(
      fc.property(records, (calls) => {
        const { links, head } = chainOf(calls);
        expect(check(links, head)).toMatchObject({ entries: links.length, faults: 0 });
      }),
    );
  });

  it('shows any change of one character in any text that is stored', () => {
    const place = fc.record({ entry: fc.nat(), field: fc.nat(), at: fc.nat(), by: text });
    fc.assert(
      fc.property(records, place, (calls, { entry, field, at, by }) => {
        const { links, head } = chainOf(calls);
        const link = links[entry % Math.max(1, links.length)];
        const texts = Object.entries(link ?? {}).filter(([, value]) => typeof value === 'string');
        const [name, value] = (texts[field % Math.max(1, texts.length)] ?? []) as [keyof Link, string];
        if (!link) return;
        const start = at % (value.length + 1);
        const changed = value.slice(0, start) + by + value.slice(start + 1);
        fc.pre(changed !== value);
        const tampered = links.map((other) => (other === link ? { ...link, [name]: changed } : other));
        expect(check(tampered, head).firstFault).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('covers every field apart from the others: text can not wander from one into the next', () => {
    const entry = { ...chainOf([[SAMPLE]]).links[0]! };
    const whole = hashOf('', { ...entry, action: 'ab', subjectType: 'c' });
    expect(hashOf('', { ...entry, action: 'a', subjectType: 'bc' })).not.toBe(whole);
    expect(hashOf('', { ...entry, before: null })).not.toBe(hashOf('', { ...entry, before: 'null' }));
    expect(hashOf('', { ...entry, before: null })).not.toBe(hashOf('', { ...entry, before: '' }));
  });

  it('is the same for a number, whether the database answers it as number or as text', () => {
    const entry = chainOf([[SAMPLE]]).links[0]!;
    expect(hashOf('', { ...entry, at: '1795395600000' })).toBe(hashOf('', { ...entry, at: 1795395600000 }));
  });
});

describe('the check of a chain', () => {
  const { links, head } = chainOf([[SAMPLE, { ...SAMPLE, id: 'b' }], [{ ...SAMPLE, id: 'c' }]]);
  const found = (chain: ChainCheck): [Wrong | undefined, number | undefined, number] => [
    chain.firstFault?.what,
    chain.firstFault?.seq,
    chain.faults,
  ];
  const changed = (at: number, change: Partial<Link>) =>
    links.map((link, index) => (index === at ? { ...link, ...change } : link));

  it('names the one entry that was changed, not those that follow it', () => {
    expect(found(check(changed(1, { action: 'check.na' }), head))).toEqual(['content', 2, 1]);
    expect(found(check(changed(1, { hash: links[0]!.hash }), head))).toEqual(['content', 2, 1]);
    expect(found(check(changed(2, { hash: links[0]!.hash }), head))).toEqual(['content', 3, 1]);
  });

  it.each([0, 1, 2])('says that entry %d is missing', (at) => {
    expect(found(check(links.toSpliced(at, 1), head))).toEqual(['missing', at + 1, 1]);
  });

  it('says that all are missing where only the head is left', () => {
    expect(found(check([], head))).toEqual(['missing', 1, 1]);
  });

  it('says where one stands on the place of another', () => {
    expect(found(check([...links, { ...links[1]!, id: 'd' }], head))).toEqual(['order', 2, 1]);
    expect(found(check([...links, { ...links[1]!, seq: 0 }], head))).toEqual(['order', 0, 1]);
  });

  it('says that the head differs where entries were appended, cut off with it, or the head is gone', () => {
    const forged = chained(head, [{ ...SAMPLE, id: 'd' }]).entries as Link[];
    expect(found(check([...links, ...forged], head))).toEqual(['head', 4, 1]);
    expect(found(check(links, { ...head, hash: links[1]!.hash }))).toEqual(['head', 3, 1]);
    expect(found(check(links, null))).toEqual(['head', 3, 1]);
  });

  it('tells a personal text that was changed from one that was erased', () => {
    const content = '{"title":"王小明"}';
    const [link] = chained(EMPTY_CHAIN, [{ ...SAMPLE, personalDigest: personalDigest('s', content) }]).entries;
    const one = (content: string | null, salt: string | null) => check([{ ...link!, content, salt }], link!);
    expect(one(content, 's')).toMatchObject({ faults: 0, erased: 0 });
    expect(one(null, null)).toMatchObject({ faults: 0, erased: 1 });
    expect(found(one('{"title":"王小華"}', 's'))).toEqual(['personal', 1, 1]);
    expect(found(check(changed(0, { content, salt: 's' }), head))).toEqual(['personal', 1, 1]);
  });
});
