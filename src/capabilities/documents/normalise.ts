const invisible = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu
const lineBreaks = /\r\n?|[\u2028\u2029]/gu

/** NFC, without characters that leave no trace on paper, so that what is kept is what is read. */
function normaliseText(text: string): string {
  return text.toWellFormed().replace(lineBreaks, '\n').replaceAll('\t', ' ').replace(invisible, '').normalize('NFC')
}

/** Normalises every string of a tree of plain data. */
export function normalise<Tree>(tree: Tree): Tree {
  return walk(tree) as Tree
}

function walk(node: unknown): unknown {
  if (typeof node === 'string') return normaliseText(node)
  if (Array.isArray(node)) return node.map(walk)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]))
}
