/** What stands on the page, in its order: a block of JSON, a line of a result, facts with points, a formula with a value. */
export type Item =
  | { readonly is: 'json'; readonly text: string }
  | { readonly is: 'result'; readonly line: string; readonly at: string }
  | { readonly is: 'inline'; readonly given: string; readonly says: string; readonly at: string }
  | { readonly is: 'formula'; readonly given: string; readonly says: string; readonly at: string }

const fence = /^\s*```(?<kind>\w*)$/u
const inline = /`(?<given>\{[^`]*\})` → (?<says>no tier|missing|asks|not marked|not assigned|exempt|-?\d+(?:\.\d+)?)/gu
const row = /^\| `(?<given>[^`]+)` \| `(?<says>[^`]+)` \|/u

function proseItems(line: string, at: string): Item[] {
  const found = row.exec(line)?.groups
  const { given = '', says = '' } = found ?? {}
  if (found !== undefined) return [{ is: 'formula', given: given.replaceAll('\\|', '|'), says, at }]
  return [...line.matchAll(inline)].map(({ groups }) => ({
    is: 'inline',
    given: groups?.['given'] ?? '',
    says: groups?.['says'] ?? '',
    at,
  }))
}

function blockItems(kind: string, lines: readonly string[], first: number): Item[] {
  if (kind === 'json') return [{ is: 'json', text: lines.join('\n') }]
  if (kind !== 'result') return []
  return lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [{ is: 'result', line, at: `line ${first + index}` }],
  )
}

export function pageItems(text: string): readonly Item[] {
  const items: Item[] = []
  let block: { kind: string; lines: string[]; first: number } | null = null
  for (const [index, line] of text.split('\n').entries()) {
    const kind = fence.exec(line)?.groups?.['kind']
    if (kind === undefined) {
      if (block === null) items.push(...proseItems(line, `line ${index + 1}`))
      else block.lines.push(line)
    } else if (block === null) block = { kind, lines: [], first: index + 2 }
    else {
      items.push(...blockItems(block.kind, block.lines, block.first))
      block = null
    }
  }
  return items
}
