/** The same numbers for the same seed (mulberry32): a run that failed can be run again. */
export function openRandom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  /** A whole number from `least` up to and without `end`. */
  const between = (least: number, end: number) => least + Math.floor(next() * (end - least))
  return { between }
}
