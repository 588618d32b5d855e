/** How a comment names a person: by id, so that it still holds when the person takes another name. */
const TOKEN = /@\{([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}/g;

/** The ids of the people whom a comment names, each once. */
export function mentionsIn(body: string): string[] {
  return [...new Set([...body.matchAll(TOKEN)].map(([, id]) => id!))];
}

/** Whom an edit names for the first time, but for its author: they are told, the others have been. */
export function newlyMentioned(before: string, after: string, authorId: string): string[] {
  const known = new Set([...mentionsIn(before), authorId]);
  return mentionsIn(after).filter((id) => !known.has(id));
}
