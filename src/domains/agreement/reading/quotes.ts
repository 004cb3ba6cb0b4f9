import type { Span } from './draft.ts'

/** The words between quotation marks; `outer` takes the marks in. */
export type Quote = { readonly span: Span; readonly outer: Span; readonly closed: boolean }

const marks = /["“”„«»″‟]/gu
const alwaysOpens = /[„«]/u
const wordCharacter = /[\p{L}\p{N}]/u

type Mark = { readonly at: number; readonly opens: boolean }

/** Newspapers mix “ ” and " freely, so a mark's neighbours say more than its shape. */
function opens(text: string, at: number): boolean {
  const mark = text.charAt(at)
  const before = text.charAt(at - 1)
  const after = text.charAt(at + 1)
  if (alwaysOpens.test(mark)) return true
  const apart = before === '' || /[\s([{:,;–—-]/u.test(before)
  if (mark === '“' || mark === '‟') return apart || wordCharacter.test(after)
  if (mark === '»') return false
  return apart && wordCharacter.test(after)
}

function marksOf(text: string, from: number, to: number): Mark[] {
  return [...text.slice(from, to).matchAll(marks)].map((found) => {
    const at = from + found.index
    return { at, opens: opens(text, at) }
  })
}

/** Index of the mark that closes the one at `first`, or −1 when the paragraph ends before. */
function closing(found: readonly Mark[], first: number): number {
  let depth = 0
  for (let index = first; index < found.length; index++) {
    depth += found[index]?.opens ? 1 : -1
    if (depth === 0) return index
  }
  return -1
}

/** Where an unclosed quote stops: an ellipsis, a full stop or semicolon, the next quote, the paragraph's end. */
function unclosedEnd(text: string, from: number, to: number): number {
  const stop = text.slice(from, to).search(/\.{3}|…|[.;](?=\s|$)|,?\s*["“]/u)
  return stop < 0 ? to : from + stop
}

function trimmed(text: string, from: number, to: number): Span {
  const inner = text.slice(from, to)
  return [from + inner.length - inner.trimStart().length, to - (inner.length - inner.trimEnd().length)]
}

/** A title whose opening mark was forgotten: “A”, B”, “C”. */
function unopened(text: string, found: readonly Mark[], index: number): Quote | null {
  const mark = found[index]
  const previous = found[index - 1]
  if (!mark || !previous || mark.opens || previous.opens) return null
  const between = /^\s*[,;]\s*(?<title>\p{Lu}[^.;:]{6,90})$/u.exec(text.slice(previous.at + 1, mark.at))
  const title = between?.groups?.['title']
  if (title === undefined) return null
  const span: Span = [mark.at - title.length, mark.at]
  return { span, outer: [span[0], mark.at + 1], closed: false }
}

/** All quotes of one paragraph, an outer one before those inside it. */
export function quotesBetween(text: string, from: number, to: number): Quote[] {
  const found = marksOf(text, from, to)
  const quotes: Quote[] = []
  for (const [index, mark] of found.entries()) {
    const lost = unopened(text, found, index)
    if (lost) quotes.push(lost)
    if (!mark.opens) continue
    const last = found[closing(found, index)]
    const end = last?.at ?? unclosedEnd(text, mark.at + 1, to)
    const span = trimmed(text, mark.at + 1, end)
    if (span[1] > span[0]) quotes.push({ span, outer: [mark.at, last ? end + 1 : end], closed: last !== undefined })
  }
  return quotes
}
