import { strFromU8, unzipSync } from 'fflate'

/** Enough for a search. */
const mostText = 200_000

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decoded = (text: string) =>
  text.replace(
    /&(?:#x(?<hex>[\da-f]{1,6})|#(?<number>\d{1,7})|(?<name>lt|gt|amp|quot|apos));/giu,
    (whole, ...groups) => {
      const { hex, number, name } = groups.at(-1) as Record<string, string | undefined>
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole
      const code = hex === undefined ? Number(number) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )

/** A run of letters in a slide, a shared string or a cell; the prefix of its name is the writer's own. */
const run = /<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</gu

const wordsIn = (xml: string) => [...xml.matchAll(run)].map(([, text = '']) => decoded(text)).join('')

/** The elements of a name, one after the other, each with the words in it. */
const wordsOfEach = (xml: string, name: string): string[] =>
  xml
    .split(new RegExp(`</(?:\\w+:)?${name}>`, 'u'))
    .map(wordsIn)
    .filter((text) => text.trim() !== '')

function partsOf(bytes: Uint8Array, pattern: RegExp): { name: string; xml: string }[] {
  const files = unzipSync(bytes, { filter: ({ name }) => pattern.test(name) })
  const number = (name: string) => Number(/\d+/u.exec(name)?.[0] ?? 0)
  return Object.entries(files)
    .map(([name, file]) => ({ name, xml: strFromU8(file) }))
    .toSorted((one, other) => number(one.name) - number(other.name))
}

const written = (lines: readonly string[]) => lines.join('\n').slice(0, mostText)

/** The words of a presentation, slide by slide, with the notes below them. */
export const readSlides = (bytes: Uint8Array): string =>
  written(
    partsOf(bytes, /^ppt\/(?:slides\/slide|notesSlides\/notesSlide)\d+\.xml$/u).flatMap(({ xml }) =>
      wordsOfEach(xml, 'p'),
    ),
  )

/** The words of a workbook: names of its sheets, and what its cells say; numbers are not words. */
export function readWorkbookText(bytes: Uint8Array): string {
  const names = partsOf(bytes, /^xl\/workbook\.xml$/u).flatMap(({ xml }) =>
    [...xml.matchAll(/<(?:\w+:)?sheet\s[^>]*\bname="([^"]*)"/gu)].map(([, name = '']) => decoded(name)),
  )
  const shared = partsOf(bytes, /^xl\/sharedStrings\.xml$/u).flatMap(({ xml }) => wordsOfEach(xml, 'si'))
  const own = partsOf(bytes, /^xl\/worksheets\/sheet\d+\.xml$/u).flatMap(({ xml }) =>
    xml.includes('inlineStr') ? wordsOfEach(xml, 'is') : [],
  )
  return written([...names, ...shared, ...own])
}
