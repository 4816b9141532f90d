/**
 * The cloud's time as one atomic 64-bit cell, so that the cloud and every function worker read the same instant without asking each other.
 * The lowest bit says whether time stands still: 1 → the rest is the instant itself, 0 → the rest is the distance to the machine's clock.
 */
export type ClockCell = BigInt64Array<SharedArrayBuffer>

/** A new cell, following the machine's clock. */
export function newClockCell(): ClockCell {
  return new BigInt64Array(new SharedArrayBuffer(8))
}

/** The cloud's time in ms since epoch, given the machine's time. */
export function readCell(cell: ClockCell, machineNow: number): number {
  const value = Atomics.load(cell, 0)
  const ms = Number(value >> 1n)
  return (value & 1n) === 1n ? ms : machineNow + ms
}

/** Whether time stands still. */
export function cellStandsStill(cell: ClockCell): boolean {
  return (Atomics.load(cell, 0) & 1n) === 1n
}

/** Sets the time to `now` (ms), standing still or running on from there. */
export function writeCell(cell: ClockCell, now: number, frozen: boolean, machineNow: number): void {
  const ms = BigInt(Math.trunc(frozen ? now : now - machineNow))
  Atomics.store(cell, 0, (ms << 1n) | (frozen ? 1n : 0n))
}
