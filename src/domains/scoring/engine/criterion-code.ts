/**
 * A printed code as it is matched: "a7.1", "a.7.1", "A7.1" and "a-7-1" are one; "1.1" and "11" are two, since where one
 * number ends and the next begins counts, however it is written.
 */
export function matchedCode(printed: string): string {
  const parts = printed
    .normalize('NFC')
    .toLowerCase()
    .match(/\p{L}+|\p{N}+/gu)
  return parts === null ? printed.trim().toLowerCase() : parts.join('.')
}

/** Finds things by code: as it is printed, else as it is matched where only one has it. */
export function codeIndex(codes: readonly string[]): (code: string) => number | null {
  const printed = new Map(codes.map((code, index) => [code, index]))
  const matched = new Map<string, number | null>()
  for (const [index, code] of codes.entries()) {
    const key = matchedCode(code)
    matched.set(key, matched.has(key) ? null : index)
  }
  return (code) => printed.get(code) ?? matched.get(matchedCode(code)) ?? null
}
