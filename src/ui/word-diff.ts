/** A run of text that both versions share, or that only the older or the newer has. */
export type DiffRun = { kind: 'same' | 'removed' | 'added'; text: string }

// Beyond this many cells the table costs more than the reader gains: the middle is then shown as replaced.
const largestTable = 4_000_000

/** Compares two texts word by word. */
export function diffWords(older: string, newer: string): DiffRun[] {
  const from = wordsOf(older)
  const to = wordsOf(newer)
  const head = sharedLength(from, to)
  const tail = sharedLength(from.slice(head).reverse(), to.slice(head).reverse())
  const runs: DiffRun[] = []
  add(runs, 'same', from.slice(0, head))
  diffMiddle(runs, from.slice(head, from.length - tail), to.slice(head, to.length - tail))
  add(runs, 'same', from.slice(from.length - tail))
  return joinChanges(runs)
}

/** A space that stands between two changed words is no common ground: a changed phrase is marked, and heard, once. */
function joinChanges(runs: readonly DiffRun[]): DiffRun[] {
  const joined: DiffRun[] = []
  let from = 0
  for (const [index, { kind, text }] of runs.entries()) {
    if (kind !== 'same' || (text.trim() === '' && index > 0)) continue
    addChange(joined, runs.slice(from, index))
    add(joined, 'same', [text])
    from = index + 1
  }
  addChange(joined, runs.slice(from))
  return joined
}

function addChange(joined: DiffRun[], change: readonly DiffRun[]) {
  const textsWithout = (kind: DiffRun['kind']) => change.filter((run) => run.kind !== kind).map((run) => run.text)
  add(joined, 'removed', textsWithout('added'))
  add(joined, 'added', textsWithout('removed'))
}

const wordsOf = (text: string) => text.match(/\s+|\S+/gu) ?? []

function sharedLength(left: readonly string[], right: readonly string[]) {
  let length = 0
  while (length < left.length && length < right.length && left[length] === right[length]) length += 1
  return length
}

function add(runs: DiffRun[], kind: DiffRun['kind'], words: readonly string[]) {
  if (words.length === 0) return
  const last = runs.at(-1)
  if (last?.kind === kind) last.text += words.join('')
  else runs.push({ kind, text: words.join('') })
}

function diffMiddle(runs: DiffRun[], from: readonly string[], to: readonly string[]) {
  if (from.length * to.length > largestTable) {
    add(runs, 'removed', from)
    add(runs, 'added', to)
    return
  }
  const longest = longestShared(from, to)
  const width = to.length + 1
  let i = 0
  let j = 0
  while (i < from.length && j < to.length) {
    const dropping = longest[(i + 1) * width + j] ?? 0
    const taking = longest[i * width + j + 1] ?? 0
    if (from[i] === to[j]) {
      add(runs, 'same', from.slice(i, i + 1))
      i += 1
      j += 1
    } else if (dropping >= taking) {
      add(runs, 'removed', from.slice(i, i + 1))
      i += 1
    } else {
      add(runs, 'added', to.slice(j, j + 1))
      j += 1
    }
  }
  add(runs, 'removed', from.slice(i))
  add(runs, 'added', to.slice(j))
}

/** Cell (i, j): how many words the rest of `from` after i and the rest of `to` after j share in order. */
function longestShared(from: readonly string[], to: readonly string[]) {
  const width = to.length + 1
  const table = new Uint32Array((from.length + 1) * width)
  for (let i = from.length - 1; i >= 0; i -= 1) {
    for (let j = to.length - 1; j >= 0; j -= 1) {
      const below = table[(i + 1) * width + j] ?? 0
      const beside = table[i * width + j + 1] ?? 0
      const across = (table[(i + 1) * width + j + 1] ?? 0) + 1
      table[i * width + j] = from[i] === to[j] ? across : Math.max(below, beside)
    }
  }
  return table
}
