/**
 * Lifts the rules of a bundled stylesheet out of their cascade layers, in the order of the layers.
 * Safari 15.0 to 15.3 drops every layered rule; the bundle's order and weights give the same page without layers.
 */
export function unlayered(css: string) {
  let result = ''
  let at = 0
  for (const match of css.matchAll(/@layer [\w, -]+([;{])/gu)) {
    if (match.index < at) throw new Error(`A layer inside a layer cannot be lifted out: ${match[0]}`)
    result += css.slice(at, match.index)
    const open = match.index + match[0].length
    at = match[1] === ';' ? open : closingBrace(css, open) + 1
    if (match[1] === '{') result += css.slice(open, at - 1)
  }
  return result + css.slice(at)
}

function closingBrace(css: string, from: number) {
  let depth = 1
  let at = from
  while (at < css.length) {
    if (css[at] === '{') depth += 1
    if (css[at] === '}') depth -= 1
    if (depth === 0) return at
    at += 1
  }
  throw new Error('The stylesheet ends inside a layer')
}
