/** Which columns of lists a document has shown cells of. */
export class ShownColumns {
  private readonly shown = new Map<string, boolean>();

  add(registerId: string, { key, personal }: { key: string; personal: boolean }): void {
    this.shown.set(placeOf(registerId, key), personal);
  }

  /** Some of them are about people: not all of the crew may read the document. */
  get personal(): boolean {
    return [...this.shown.values()].includes(true);
  }

  /** As `placeOf` names them, in the order in which they were first shown. */
  get places(): string[] {
    return [...this.shown.keys()];
  }
}

/** How a made document remembers a column: keys are their list's own. */
export const placeOf = (registerId: string, key: string) => `${registerId}/${key}`;
