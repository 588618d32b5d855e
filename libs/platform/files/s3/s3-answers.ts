import { Parser } from 'saxen';

export interface ListedObject {
  name: string;
  bytes: number;
  /** Epoch ms. */
  at: number;
}

export interface ListPage {
  objects: ListedObject[];
  /** Asks for the next page; null on the last one. */
  next: string | null;
}

/** What a refusal says of itself; both empty where it isn't in S3's words, such as a proxy's page. */
export interface RefusalWords {
  code: string;
  message: string;
}

/** An answer to ListObjectsV2. Throws where it is none. */
export function listPage(xml: string): ListPage {
  const objects: ListedObject[] = [];
  const rest = new Map<string, string>();
  const object = { name: '', bytes: Number.NaN, at: Number.NaN };
  for (const [path, text] of elements(xml)) {
    if (path === 'ListBucketResult/Contents/Key') object.name = text;
    else if (path === 'ListBucketResult/Contents/Size') object.bytes = Number(text);
    else if (path === 'ListBucketResult/Contents/LastModified') object.at = Date.parse(text);
    else if (path === 'ListBucketResult/Contents') objects.push({ ...object });
    else rest.set(path, text);
  }
  const truncated = rest.get('ListBucketResult/IsTruncated') === 'true';
  const next = rest.get('ListBucketResult/NextContinuationToken') ?? '';
  // Taken for the last page, it would make every file behind it look lost.
  if (!rest.has('ListBucketResult') || (truncated && next === '') || !objects.every(isWhole))
    throw new Error('The answer is no list of objects');
  return { objects, next: truncated ? next : null };
}

export function refusalWords(xml: string): RefusalWords {
  const found = new Map(elementsIfAny(xml));
  return { code: found.get('Error/Code') ?? '', message: found.get('Error/Message') ?? '' };
}

const isWhole = ({ name, bytes, at }: ListedObject) => name !== '' && Number.isFinite(bytes) && Number.isFinite(at);

function elementsIfAny(xml: string): [string, string][] {
  try {
    return elements(xml);
  } catch {
    return [];
  }
}

/** Every element's path and own text, in the order in which they end. */
function elements(xml: string): [string, string][] {
  const found: [string, string][] = [];
  const open: { name: string; text: string }[] = [];
  new Parser()
    .on('openTag', (name) => void open.push({ name, text: '' }))
    .on('text', (text, decodeEntities) => {
      const last = open.at(-1);
      if (last) last.text += decodeEntities(text);
    })
    .on('closeTag', () => {
      const path = open.map(({ name }) => name).join('/');
      found.push([path, (open.pop()?.text ?? '').trim()]);
    })
    .parse(xml);
  return found;
}
