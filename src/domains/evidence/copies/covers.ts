import { z } from 'zod'
import type { Box } from '#capabilities/pictures/picture-job.ts'

/** Shorter than this a word stands in too many others. */
export const leastWord = 4

/** One word or name a line, each once. */
export const readWords = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
]

const numbers =
  /^\s*(?:trang\s+)?(\d{1,3})\s*[:;,]\s*([\d.]+)\s*[;,]\s*([\d.]+)\s*[;,]\s*([\d.]+)\s*[;,]\s*([\d.]+)\s*$/iu

const percent = z.coerce.number().min(0).max(100)
const lineOf = z
  .tuple([z.coerce.number().int().min(1), percent, percent, percent.positive(), percent.positive()])
  .refine(([, left, top, width, height]) => left + width <= 101 && top + height <= 101)
  .transform(([page, left, top, width, height]): Box => {
    const parts = { left: left / 100, top: top / 100, width: width / 100, height: height / 100 }
    return { page, ...parts }
  })

/** "1: 10, 20, 30, 5": page, then left, top, width and height in percent; nothing when a line is not so. */
export function readBoxes(text: string): Box[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return z.array(lineOf).safeParse(lines.map((line) => numbers.exec(line)?.slice(1))).data
}
