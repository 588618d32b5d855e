const RULE = /^([a-zA-Z]+)(?: ([+-]) (\d{1,4}) (working )?days?)?(?: at (\d\d:\d\d))?$/;

export interface RuleParts {
  anchor: string;
  side: 'on' | 'before' | 'after';
  count: number;
  working: boolean;
  /** Kept as it is; null where the whole day is meant. */
  time: string | null;
}

/** A rule in the parts that people set one by one; unknown text is the opening day. */
export function partsOf(rule: string): RuleParts {
  const [, anchor = 'opening', sign, count, working, time] = RULE.exec(rule) ?? [];
  return {
    anchor,
    side: sign === undefined ? 'on' : sign === '-' ? 'before' : 'after',
    count: count === undefined ? 1 : Number(count),
    working: working !== undefined,
    time: time ?? null,
  };
}

export function ruleOf({ anchor, side, count, working, time }: RuleParts): string {
  const days = `${working ? 'working ' : ''}${count === 1 ? 'day' : 'days'}`;
  const offset = side === 'on' ? '' : ` ${side === 'before' ? '-' : '+'} ${count} ${days}`;
  return `${anchor}${offset}${time ? ` at ${time}` : ''}`;
}
