import { classes } from './classes.ts'
import { wrapLine } from './wrap-line.ts'

/** One unit of the drawing: its name, a note under it, and how many steps stand before it. */
export type DrawnBox = {
  key: string
  label: string
  note?: string | undefined
  column: number
  href?: string
  isOwn?: boolean
}
export type DrawnLink = { from: string; to: string }

type LineageProps = { title: string; description: string; boxes: readonly DrawnBox[]; links: readonly DrawnLink[] }

const box = { width: 210, height: 88, across: 270, down: 104 }
const margin = 4
const longestLine = 27
const mostLines = 3

type Placed = DrawnBox & { x: number; y: number }

function placed(boxes: readonly DrawnBox[]): Placed[] {
  const filled = new Map<number, number>()
  return boxes.map((one) => {
    const row = filled.get(one.column) ?? 0
    filled.set(one.column, row + 1)
    return { ...one, x: margin + one.column * box.across, y: margin + row * box.down }
  })
}

/** From the right edge of one box to the left edge of the next, bent in the gap between the columns. */
function wayOf(from: Placed, to: Placed): string {
  const [x1, y1, x2, y2] = [from.x + box.width, from.y + box.height / 2, to.x - 7, to.y + box.height / 2]
  const middle = x2 - (box.across - box.width) / 2 + 4
  return `M${x1} ${y1}H${middle}V${y2}H${x2}`
}

const Box = ({ one }: { one: Placed }) => {
  const lines = wrapLine(one.label, longestLine, mostLines)
  const words = (
    <>
      <rect x={one.x} y={one.y} width={box.width} height={box.height} rx="6" />
      <text x={one.x + 10} y={one.y + 20}>
        {lines.map((line, index) => (
          <tspan x={one.x + 10} dy={index === 0 ? 0 : 17}>
            {line}
          </tspan>
        ))}
      </text>
      {one.note && (
        <text class="lineage-note" x={one.x + 10} y={one.y + box.height - 9}>
          {one.note}
        </text>
      )}
    </>
  )
  return <g class={classes('lineage-box', one.isOwn && 'own')}>{one.href ? <a href={one.href}>{words}</a> : words}</g>
}

/** Predecessors and successors, left to right. Whoever cannot see it reads the list that must stand beside it. */
export const LineageDrawing = ({ title, description, boxes, links }: LineageProps) => {
  const all = placed(boxes)
  const at = (key: string) => all.find((one) => one.key === key)
  const width = Math.max(...all.map((one) => one.x)) + box.width + margin
  const height = Math.max(...all.map((one) => one.y)) + box.height + margin
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard
    <section class="lineage-frame" aria-label={title} tabindex={0}>
      <svg
        class="lineage"
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        aria-labelledby="lineage-title lineage-words"
      >
        <title id="lineage-title">{title}</title>
        <desc id="lineage-words">{description}</desc>
        <defs>
          <marker id="lineage-tip" viewBox="0 0 8 8" refX="1" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path class="lineage-tip" d="M0 0L8 4L0 8z" />
          </marker>
        </defs>
        {links.map((link) => {
          const [from, to] = [at(link.from), at(link.to)]
          return from && to && <path class="lineage-way" d={wayOf(from, to)} marker-end="url(#lineage-tip)" />
        })}
        {all.map((one) => (
          <Box one={one} />
        ))}
      </svg>
    </section>
  )
}
