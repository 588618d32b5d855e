import { groupingOf } from './mail-headers';

const group = (projects: string[], url = 'https://convener.test', person = 'an') =>
  groupingOf(
    projects.map((id) => ({ id })),
    person,
    't0ken',
    url,
  );

describe('a mail', () => {
  it('belongs to the list of its project, and to that of digests where it spans several', () => {
    expect(group(['p1']).headers['List-Id']).toBe('<p1.convener.test>');
    expect(group(['p1', 'p2']).headers['List-Id']).toBe('<digest.convener.test>');
  });

  it('is one conversation a person and project', () => {
    expect(group(['p1']).thread).toBe(group(['p1']).thread);
    const others = [group(['p2']), group(['p1', 'p2']), group(['p1'], undefined, 'bo')].map(({ thread }) => thread);
    expect(new Set([group(['p1']).thread, ...others]).size).toBe(4);
  });

  it('is ended by one click over https, elsewhere on a page that asks', () => {
    expect(group(['p1']).headers).toMatchObject({
      'List-Unsubscribe': '<https://convener.test/api/unsubscribe/t0ken>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    const plain = group(['p1'], 'http://10.0.0.5:3000').headers;
    expect(plain['List-Unsubscribe']).toBe('<http://10.0.0.5:3000/unsubscribe/t0ken>');
    expect(plain).not.toHaveProperty('List-Unsubscribe-Post');
  });
});
