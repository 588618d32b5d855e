import { placeKeys, withPlaces, type TaskRow } from './places';

describe('placeKeys', () => {
  it('takes the printed code', () => {
    expect(placeKeys(['O1.1.1', 'O1.1.2'], 'O')).toEqual(['O1.1.1', 'O1.1.2']);
  });

  it('numbers the second and third use of a code inside one task', () => {
    const codes = ['P2.1.3', 'P2.1.4', 'P2.1.3', 'P2.1.3'];
    expect(placeKeys(codes, 'P')).toEqual(['P2.1.3', 'P2.1.4', 'P2.1.3~2', 'P2.1.3~3']);
  });

  it('takes the position, counted from 1, where no code is printed', () => {
    expect(placeKeys(['O3.5.1', null], 'O')).toEqual(['O3.5.1', 'O~2']);
    expect(placeKeys([null, 'O3.5.1', null], 'O')).toEqual(['O~1', 'O3.5.1', 'O~3']);
  });
});

describe('withPlaces', () => {
  const task = (code: string, outputs: (string | null)[], indicators: string[]): TaskRow => ({
    code,
    title: code,
    level: 4,
    condition: null,
    outputs: outputs.map((output) => ({ code: output, printed: output, title: 'x', condition: null })),
    indicators: indicators.map((indicator) => ({ code: indicator, printed: indicator, text: 'x', condition: null })),
    knowledge: [],
    skills: [],
  });

  it('puts the task before its outputs and indicators, and counts each task by itself', () => {
    const duties = [
      {
        code: 'T2',
        title: 'x',
        tasks: [task('T2.1', ['O2.1.1', null], ['P2.2.2', 'P2.2.2']), task('T2.2', [], ['P2.2.2'])],
      },
    ];
    const placed = withPlaces(duties).flatMap((duty) => duty.tasks);
    expect(placed.map(({ place }) => place)).toEqual(['T2.1', 'T2.2']);
    expect(placed[0]?.outputs.map(({ place }) => place)).toEqual(['T2.1/O2.1.1', 'T2.1/O~2']);
    expect(placed.flatMap(({ indicators }) => indicators.map(({ place }) => place))).toEqual([
      'T2.1/P2.2.2',
      'T2.1/P2.2.2~2',
      'T2.2/P2.2.2',
    ]);
  });
});
