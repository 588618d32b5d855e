import { mayBegin, swipeOf } from './swipe.rules';

const from = { x: 200, y: 300 };

describe('a swipe', () => {
  it('begins away from the edges, which belong to the browser', () => {
    expect([10, 32, 33, 200, 357, 358, 380].map((x) => mayBegin({ x, y: 0 }, 390))).toEqual([
      ...[false, false, true, true, true, false, false],
    ]);
  });

  it('is not decided before it has gone anywhere', () => {
    expect(swipeOf(from, { x: 195, y: 304 })).toEqual({ is: 'undecided' });
  });

  it.each([
    ['down', { x: 200, y: 360 }],
    ['up', { x: 190, y: 240 }],
    ['to the right', { x: 320, y: 300 }],
    ['askew, as a thumb scrolls', { x: 150, y: 350 }],
  ])('%s is none', (_what, to) => expect(swipeOf(from, to)).toEqual({ is: 'other' }));

  it('to the left counts once it is far enough', () => {
    expect(swipeOf(from, { x: 150, y: 310 })).toEqual({ is: 'left', by: 50, enough: false });
    expect(swipeOf(from, { x: 104, y: 320 })).toEqual({ is: 'left', by: 96, enough: true });
  });
});
