/** A stretch of a text, [start, end) in UTF-16 units, and what was read from it. */
export type Span = {
  start: number
  end: number
  id: string
  label: string
  /** Something here is in doubt and asks for a look. */
  doubt?: boolean
}

/** A stretch between two borders. `spans` covers it, the outermost first; `begins` are those that start here. */
export type Segment = { text: string; spans: Span[]; begins: Span[] }

/** Cuts a text at every border of its spans, so that nested and overlapping spans can be marked without crossing. */
export function markedSegments(text: string, spans: readonly Span[]): Segment[] {
  const kept = spans
    .map((span) => ({ ...span, start: Math.max(0, span.start), end: Math.min(text.length, span.end) }))
    .filter((span) => span.start < span.end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const borders = [...new Set([0, text.length, ...kept.flatMap((span) => [span.start, span.end])])].sort(
    (a, b) => a - b,
  )
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1] ?? text.length
    const covering = kept.filter((span) => span.start <= start && span.end >= end)
    return { text: text.slice(start, end), spans: covering, begins: covering.filter((span) => span.start === start) }
  })
}

/** Of the spans over a segment the one the reader means when pointing at it: the shortest. */
export const innermost = (spans: readonly Span[]) =>
  spans.reduce<Span | undefined>(
    (best, span) => (best === undefined || span.end - span.start < best.end - best.start ? span : best),
    undefined,
  )
