/**
 * A photo's points (RGB), grainy as photos are. Drawn one by one: where pictures of people are read, reading drawings
 * (SVG) is switched off for the whole process.
 */
export function photoPoints(seed: number, width: number, height: number): Buffer {
  const points = Buffer.alloc(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const [across, down] = [(at % width) / width, at / (width * height)];
    const grain = grainOf(at + seed);
    points[3 * at] = 90 + 130 * across + grain;
    points[3 * at + 1] = ((seed * 47) % 160) + 60 * down + grain;
    points[3 * at + 2] = 200 - 80 * across + grain;
  }
  return points;
}

/** From -8 to 7, the same for the same place. */
function grainOf(place: number): number {
  const mixed = Math.imul(place ^ (place >>> 7), 0x9e3779b1);
  return (Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 28) - 8;
}
