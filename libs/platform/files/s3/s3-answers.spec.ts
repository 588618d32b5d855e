import { listPage, refusalWords } from './s3-answers';

const object = (name: string, bytes = 3) =>
  `<Contents><Key>${name}</Key><LastModified>2026-11-29T00:58:48.000Z</LastModified><ETag>"x"</ETag><Size>${bytes}</Size><Owner><ID>me</ID></Owner></Contents>`;
const list = (inside: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name><Prefix/>${inside}</ListBucketResult>`;

describe('a list of objects', () => {
  it('says what there is, and how to go on', () =>
    expect(
      listPage(
        list(
          `<IsTruncated>true</IsTruncated><NextContinuationToken>a&amp;b=</NextContinuationToken>${object('p/1')}${object('p/2', 0)}`,
        ),
      ),
    ).toEqual({
      objects: [
        { name: 'p/1', bytes: 3, at: Date.UTC(2026, 10, 29, 0, 58, 48) },
        { name: 'p/2', bytes: 0, at: Date.UTC(2026, 10, 29, 0, 58, 48) },
      ],
      next: 'a&b=',
    }));

  it('ends where nothing more is promised, whatever token stands there', () =>
    expect(listPage(list('<IsTruncated>false</IsTruncated><NextContinuationToken>x</NextContinuationToken>'))).toEqual({
      objects: [],
      next: null,
    }));

  it.each([
    ['another document', '<html><body>Sign in to the hotel</body></html>'],
    ['none at all', 'Bad gateway'],
    ['a list cut short', list(object('a')).slice(0, -40)],
    ['a page that promises more and does not say where', list('<IsTruncated>true</IsTruncated>')],
    ['an object without its size', list('<Contents><Key>a</Key></Contents>')],
  ])('is not taken from %s', (_what, xml) => expect(() => listPage(xml)).toThrow());
});

describe('a refusal', () => {
  it('says why', () =>
    expect(
      refusalWords('<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>Gone &amp; lost</Message></Error>'),
    ).toEqual({ code: 'NoSuchKey', message: 'Gone & lost' }));

  it.each(['', '<html>502</html>', '<Error><Code>', 'no'])('in other words says nothing: %j', (text) =>
    expect(refusalWords(text)).toEqual({ code: '', message: '' }),
  );
});
