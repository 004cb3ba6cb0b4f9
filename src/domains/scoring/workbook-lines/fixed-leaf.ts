import { addLine, say } from './draft.ts'
import { noParts } from './criterion-lines.ts'
import type { LeafPoints } from './leaf.ts'
import { inCell } from './sum.ts'
import { plainAmount, type Workshop } from './workshop.ts'

const words = {
  missing: 'missing',
  not_marked: 'notMarked',
  no_tier: 'noTier',
  asks: 'asks',
  not_assigned: 'notAssigned',
  exempt: 'exempt',
} as const

/** What no formula says stands as the engine computed it, among the facts, and is told as such. */
export function fixedLeaf(shop: Workshop, index: number): LeafPoints {
  const { draft, nodes } = shop
  const node = nodes[index]
  draft.fixed.push(node?.code ?? '')
  const line = (name: 'base' | 'bonus' | 'penalty') =>
    inCell(
      addLine(draft, {
        grid: 'facts',
        code: node?.code ?? '',
        label: `${shop.words.fixed(say(draft, node?.title))}: ${shop.words.columns[name]}`,
        shows: 'points',
        holds: (unit) => {
          const came = shop.cameOf(unit, index)
          return came.standing === 'scored' ? plainAmount(came[name]) : shop.words.standing[words[came.standing]]
        },
      }),
      { mayBe: { negative: name === 'penalty', positive: name !== 'penalty' } },
    )
  return { parts: { ...noParts, base: line('base'), bonus: line('bonus'), penalty: line('penalty') }, isOut: null }
}
