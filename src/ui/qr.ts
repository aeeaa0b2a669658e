/** Codewords of correction a block, and blocks, by version, at level L (ISO/IEC 18004:2015, table 9). */
const correction = [
  7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30,
  30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
];
const blockCounts = [
  1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19,
  20, 21, 22, 24, 25,
];

/** The QR code of a text: rows of modules, true where dark. Bytes of UTF-8, correction level L; null over 2,953 bytes. */
export function qrCode(text: string, forced?: { readonly mask: number }): readonly (readonly boolean[])[] | null {
  const bytes = new TextEncoder().encode(text);
  const version = Array.from({ length: 40 }, (_, i) => i + 1).find(
    (candidate) => 4 + countBits(candidate) + 8 * bytes.length <= 8 * dataCodewords(candidate),
  );
  if (version === undefined) return null;
  const codewords = interleaved(dataOf(bytes, version), version);
  const candidates = (forced ? [forced.mask] : [0, 1, 2, 3, 4, 5, 6, 7]).map((mask) => draw(codewords, version, mask));
  const penalties = candidates.map(penalty);
  return candidates[penalties.indexOf(Math.min(...penalties))]!;
}

const countBits = (version: number): number => (version < 10 ? 8 : 16);

/** Modules that hold data and correction. */
function rawBits(version: number): number {
  const aligned = Math.floor(version / 7) + 2;
  const bits = (16 * version + 128) * version + 64;
  if (version === 1) return bits;
  return bits - ((25 * aligned - 10) * aligned - 55) - (version >= 7 ? 36 : 0);
}

function dataCodewords(version: number): number {
  return Math.floor(rawBits(version) / 8) - correction[version - 1]! * blockCounts[version - 1]!;
}

/** Mode, length, bytes, terminator and padding, as codewords. */
function dataOf(bytes: Uint8Array, version: number): readonly number[] {
  const length = bytes.length.toString(2).padStart(countBits(version), "0");
  const bits = `0100${length}${[...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("")}`;
  const room = 8 * dataCodewords(version);
  const ended = bits + "0".repeat(Math.min(4, room - bits.length));
  const whole = ended.padEnd(Math.ceil(ended.length / 8) * 8, "0");
  const words = (whole.match(/.{8}/g) ?? []).map((word) => Number.parseInt(word, 2));
  return Array.from({ length: room / 8 }, (_, i) => words[i] ?? ((i - words.length) % 2 === 0 ? 0xec : 0x11));
}

/** Blocks with their correction, taken codeword by codeword in turn. */
function interleaved(data: readonly number[], version: number): readonly number[] {
  const count = blockCounts[version - 1]!;
  const degree = correction[version - 1]!;
  const raw = Math.floor(rawBits(version) / 8);
  const short = Math.floor(raw / count) - degree;
  const longer = raw % count;
  const blocks: number[][] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const size = short + (i >= count - longer ? 1 : 0);
    blocks.push(data.slice(at, at + size));
    at += size;
  }
  const divisor = divisorOf(degree);
  const checks = blocks.map((block) => remainderOf(block, divisor));
  const woven = Array.from({ length: short + 1 }, (_, i) => blocks.flatMap((block) => block[i] ?? [])).flat();
  return [...woven, ...Array.from({ length: degree }, (_, i) => checks.map((check) => check[i]!)).flat()];
}

/** Product in GF(256) with the polynomial 0x11d. */
function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
}

function divisorOf(degree: number): readonly number[] {
  const divisor: number[] = Array.from({ length: degree }, (_, i) => (i === degree - 1 ? 1 : 0));
  let root = 1;
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) divisor[j] = times(divisor[j]!, root) ^ (divisor[j + 1] ?? 0);
    root = times(root, 2);
  }
  return divisor;
}

function remainderOf(block: readonly number[], divisor: readonly number[]): readonly number[] {
  const rest = divisor.map(() => 0);
  for (const word of block) {
    const factor = word ^ rest.shift()!;
    rest.push(0);
    divisor.forEach((coefficient, i) => {
      rest[i] = rest[i]! ^ times(coefficient, factor);
    });
  }
  return rest;
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

function draw(codewords: readonly number[], version: number, mask: number): boolean[][] {
  const size = 17 + 4 * version;
  const dark = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const taken = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  function set(x: number, y: number, value: boolean): void {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    dark[y]![x] = value;
    taken[y]![x] = true;
  }
  drawPatterns(set, version, size);
  drawFormat(set, version, size, mask);
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (taken[y]![x]) continue;
        const value = (((codewords[bit >>> 3] ?? 0) >>> (7 - (bit & 7))) & 1) === 1;
        dark[y]![x] = value !== masks[mask]!(x, y);
        bit++;
      }
    }
  }
  return dark;
}

type SetModule = (x: number, y: number, value: boolean) => void;

/** Timing, finders and alignment. */
function drawPatterns(set: SetModule, version: number, size: number): void {
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    square(set, cx, cy, 4, [2, 4]);
  const places = alignmentPlaces(version, size);
  const last = places.length - 1;
  places.forEach((cx, i) => {
    places.forEach((cy, j) => {
      const finder = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
      if (!finder) square(set, cx, cy, 2, [1]);
    });
  });
}

/** Rings round a centre, light at the given distances. */
function square(set: SetModule, cx: number, cy: number, radius: number, light: readonly number[]): void {
  for (let dy = -radius; dy <= radius; dy++) {
    for (let dx = -radius; dx <= radius; dx++) {
      set(cx + dx, cy + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  }
}

function alignmentPlaces(version: number, size: number): readonly number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, i) => size - 7 - step * (count - 2 - i))];
}

/** Level and mask twice, the version from 7 on, and the one module that is always dark. */
function drawFormat(set: SetModule, version: number, size: number, mask: number): void {
  const format = (((8 | mask) << 10) | checkOf(8 | mask, 10, 0x537)) ^ 0x5412;
  const at = (bits: number, i: number): boolean => ((bits >>> i) & 1) === 1;
  for (let i = 0; i < 15; i++) {
    set(8, i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, at(format, i));
    set(i < 8 ? size - 1 - i : i === 8 ? 7 : 14 - i, 8, at(format, i));
  }
  set(8, size - 8, true);
  if (version < 7) return;
  const told = (version << 12) | checkOf(version, 12, 0x1f25);
  for (let i = 0; i < 18; i++) {
    set(size - 11 + (i % 3), Math.floor(i / 3), at(told, i));
    set(Math.floor(i / 3), size - 11 + (i % 3), at(told, i));
  }
}

function checkOf(value: number, bits: number, polynomial: number): number {
  let rest = value;
  for (let i = 0; i < bits; i++) rest = (rest << 1) ^ ((rest >>> (bits - 1)) * polynomial);
  return rest;
}

/** Runs of five and more, squares of one colour, and the share of dark: what makes a code hard to read. */
function penalty(dark: readonly (readonly boolean[])[]): number {
  const size = dark.length;
  let points = 0;
  let darks = 0;
  for (let i = 0; i < size; i++) {
    for (const line of [dark[i]!, dark.map((row) => row[i]!)]) {
      const runs =
        line
          .map(Number)
          .join("")
          .match(/(0+|1+)/g) ?? [];
      points += runs.reduce((sum, { length }) => sum + (length >= 5 ? length - 2 : 0), 0);
    }
    for (let j = 0; j < size; j++) {
      darks += Number(dark[i]![j]);
      if (i > 0 && j > 0) {
        const same = [dark[i - 1]![j], dark[i]![j - 1], dark[i - 1]![j - 1]].every((value) => value === dark[i]![j]);
        if (same) points += 3;
      }
    }
  }
  return points + 10 * Math.floor(Math.abs((darks / size ** 2) * 20 - 10));
}
