import type { z } from 'zod'
import type { tier } from '../table/rule-parts.ts'

export type TierInput = z.input<typeof tier>

const n = String.raw`(\d+(?:[.,]\d+)?)\s*%?`
const decimal = (digits: string | undefined) => Number((digits ?? '').replace(',', '.'))

type Band = Pick<TierInput, 'from' | 'above' | 'to' | 'below' | 'is'>

/** In this order: the longest way to say it comes first. */
const bands: readonly (readonly [RegExp, (one: number, other: number) => Band])[] = [
  [new RegExp(String.raw`từ\s+${n}[^\d]{0,20}?(?:đến|-|–)\s*dưới\s+${n}`, 'iu'), (from, below) => ({ from, below })],
  [
    new RegExp(String.raw`trên\s+${n}[^\d]{0,20}?(?:đến|-|–)\s*dưới\s+${n}`, 'iu'),
    (above, below) => ({ above, below }),
  ],
  [new RegExp(String.raw`trên\s+${n}[^\d]{0,20}?(?:đến|-|–)\s*${n}`, 'iu'), (above, to) => ({ above, to })],
  [new RegExp(String.raw`(?:từ\s+)?${n}\s*(?:đến|-|–)\s*${n}`, 'iu'), (from, to) => ({ from, to })],
  [new RegExp(String.raw`(?:từ\s+|đạt\s+|≥\s*|>=\s*)*${n}[^\d:]{0,20}?trở lên`, 'iu'), (from) => ({ from })],
  [new RegExp(String.raw`(?:≥|>=)\s*${n}`, 'iu'), (from) => ({ from })],
  [new RegExp(String.raw`(?:≤|<=|không quá)\s*${n}`, 'iu'), (to) => ({ to })],
  [new RegExp(String.raw`(?:dưới|<)\s*${n}`, 'iu'), (below) => ({ below })],
  [new RegExp(String.raw`(?:trên|vượt|>)\s*${n}`, 'iu'), (above) => ({ above })],
  [new RegExp(String.raw`(?:đạt|bằng|đủ)\s+${n}`, 'iu'), (is) => ({ is })],
]

const ending = /[:–\-,]?\s*(?:được|đạt|tính|chấm|cho)?\s*(?<points>\d+(?:[.,]\d+)?)\s*(?:điểm|đ)\s*\.?$/iu

export interface ReadTier {
  tier: TierInput
  isPercent: boolean
}

/** "Từ 95% đến dưới 98%: 4 điểm": a band and its points; the points may stand in their own cell. */
export function readTier(text: string, cell: string | undefined): ReadTier | undefined {
  const points = cell ?? ending.exec(text)?.groups?.['points']
  if (points === undefined) return undefined
  const condition = text.replace(ending, '').trim()
  for (const [pattern, bandOf] of bands) {
    const found = pattern.exec(condition)
    if (found === null) continue
    const band = bandOf(decimal(found[1]), decimal(found[2]))
    return { tier: { text, ...band, points: decimal(points) }, isPercent: found[0].includes('%') }
  }
  return undefined
}

const passes = /^(?:có|đạt|thực hiện|hoàn thành)(?![\p{L}])/iu
const fails = /^(?:không|chưa)(?![\p{L}])/iu

/** Two lines of which one says yes and the other no. */
export function readPass(texts: readonly string[]): boolean {
  const [one = '', other = ''] = texts
  return texts.length === 2 && ((passes.test(one) && fails.test(other)) || (fails.test(one) && passes.test(other)))
}
