/**
 * Lines that stand within “…” of an amending article: what looks like a heading there is a text of another law. A quote
 * that is never closed quotes nothing, else the rest of the text would be lost.
 */
export function quotedLines(lines: readonly string[]): { quoted: ReadonlySet<number>; isUnclosed: boolean } {
  const open: number[] = []
  const quoted = new Set<number>()
  for (const [index, line] of lines.entries()) {
    for (const sign of line) {
      if (sign === '“') open.push(index)
      const from = sign === '”' ? open.pop() : undefined
      if (from === undefined) continue
      for (let within = from + 1; within <= index; within += 1) quoted.add(within)
    }
  }
  return { quoted, isUnclosed: open.length > 0 }
}
