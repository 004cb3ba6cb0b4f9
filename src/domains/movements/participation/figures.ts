import { readDecimal } from '../decimal.ts'

/** A figure of a result, as exact decimal text. */
export interface Figure {
  name: string
  measure: string
  value: string
}

const shape = /^(?<name>[^:()]+?)\s*(?:\((?<measure>[^()]*)\))?\s*:\s*(?<value>.+)$/u

function readFigure(line: string): Figure | undefined {
  const { name, measure = '', value = '' } = shape.exec(line)?.groups ?? {}
  const read = readDecimal(value)
  return name === undefined || read === undefined ? undefined : { name, measure: measure.trim(), value: read }
}

/** "Số mô hình (mô hình): 12", one a line; the first line that is no figure is answered as it was typed. */
export function readFigures(text: string): { figures: Figure[]; wrong: string | undefined } {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
  const read = lines.map((line) => ({ line, figure: readFigure(line) }))
  return {
    figures: read.flatMap(({ figure }) => figure ?? []),
    wrong: read.find(({ figure }) => figure === undefined)?.line,
  }
}

const written = (value: string) => value.replace('.', ',')

/** What `readFigures` reads. */
export const writeFigures = (figures: readonly Figure[]) =>
  figures
    .map(({ name, measure, value }) => `${name}${measure === '' ? '' : ` (${measure})`}: ${written(value)}`)
    .join('\n')
