import sharp from 'sharp';
import { chance } from './chance';

const WIDTH = 1440;
const HEIGHT = 960;

type Colour = readonly [red: number, green: number, blue: number];

/** Shapes, point by point: vector pictures are read by nobody here, since they could come from anywhere. */
class Canvas {
  private readonly points = Buffer.alloc(WIDTH * HEIGHT * 3, 255);

  private fill(top: number, bottom: number, reach: (y: number) => readonly [number, number], colour: Colour): void {
    for (let y = Math.max(0, Math.round(top)); y < Math.min(HEIGHT, bottom); y += 1) {
      const [from, to] = reach(y);
      for (let x = Math.max(0, Math.round(from)); x < Math.min(WIDTH, to); x += 1)
        this.points.set(colour, (y * WIDTH + x) * 3);
    }
  }

  box(x: number, y: number, width: number, height: number, colour: Colour): this {
    this.fill(y, y + height, () => [x, x + width], colour);
    return this;
  }

  frame(x: number, y: number, width: number, height: number, line: number): this {
    return this.box(x, y, width, height, INK).box(x + line, y + line, width - 2 * line, height - 2 * line, WHITE);
  }

  oval(x: number, y: number, wide: number, high: number, colour: Colour): this {
    const half = (at: number) => wide * Math.sqrt(Math.max(0, 1 - ((at - y) / high) ** 2));
    this.fill(y - high, y + high, (at) => [x - half(at), x + half(at)], colour);
    return this;
  }

  as(format: 'jpeg' | 'png'): Promise<Buffer> {
    const raw = { width: WIDTH, height: HEIGHT, channels: 3 as const };
    return sharp(this.points, { raw }).toFormat(format).toBuffer();
  }
}

const INK: Colour = [34, 39, 42];
const WHITE: Colour = [255, 255, 255];
const SKIN: Colour = [232, 201, 172];

/** Colours of one hall, from dark to light. */
function shades(luck: number): (light: number) => Colour {
  const turn = luck * 2 * Math.PI;
  const part = (by: number) => 0.75 + 0.25 * Math.cos(turn + by);
  return (light) => [light * part(0), light * part(2.1), light * part(4.2)].map(Math.round) as unknown as Colour;
}

/** A hall with a stage, seen from the back rows: another one for each name, always the same for the same. */
export function photo(name: string): Promise<Buffer> {
  const luck = (of: string) => chance(`${name} ${of}`);
  const shade = shades(luck('hall'));
  const canvas = new Canvas();
  for (let band = 0; band < 32; band += 1) canvas.box(0, band * 30, WIDTH, 30, shade(50 + band * 2.4));
  const screen = 420 + luck('screen') * 240;
  const left = 720 - screen / 2;
  canvas.box(left, 110, screen, 250, [240, 243, 242]).box(left + 36, 165, screen * 0.6, 28, shade(110));
  canvas.box(left + 36, 220, screen * 0.42, 16, shade(150)).box(left + 36, 252, screen * 0.5, 16, shade(150));
  canvas.box(200, 480, 1040, 90, shade(165)).box(200, 570, 1040, 14, shade(90));
  const desk = 300 + luck('desk') * 640;
  canvas.oval(desk + 42, 352, 24, 28, SKIN).box(desk, 386, 84, 100, [96, 66, 44]);
  for (let row = 0; row < 5; row += 1) seats(canvas, row, luck(`row ${row}`), shade);
  return canvas.as('jpeg');
}

function seats(canvas: Canvas, row: number, luck: number, shade: (light: number) => Colour): void {
  const size = 26 + row * 11;
  const y = 620 + row * 84;
  for (let x = luck * size * 2; x < WIDTH + size; x += size * 2.6) {
    const own = chance(`${luck} ${x}`);
    if (own < 0.15) continue;
    canvas.oval(x, y + size * 1.8, size * 1.15, size, shade(40 + own * 60));
    canvas.oval(x, y, size * 0.6, size * 0.7, own < 0.5 ? [40, 34, 30] : [70, 54, 42]);
  }
}

/** Rooms along a corridor. */
export function plan(name: string): Promise<Buffer> {
  const canvas = new Canvas().frame(60, 60, WIDTH - 120, HEIGHT - 120, 8);
  for (let at = 0; at < 6; at += 1) {
    const [x, y] = [110 + (at % 3) * 420, at < 3 ? 110 : 560];
    const wide = 380 - chance(`${name} ${at}`) * 90;
    canvas.frame(x, y, wide, 290, 5).box(x + wide / 2 - 34, at < 3 ? y + 285 : y, 68, 5, WHITE);
  }
  for (let x = 120; x < WIDTH - 140; x += 52) canvas.box(x, 476, 30, 6, [27, 90, 96]);
  return canvas.as('png');
}
