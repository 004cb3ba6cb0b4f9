import type { Child } from 'hono/jsx'
import { Details } from '../details.tsx'
import { useWords } from '../locale.tsx'

/** What every picture carries: an id of its own on the page, a title, and its meaning in a sentence or two. */
export type ChartWords = { id: string; title: string; description: string }

/** A number to draw and the words that stand for it; nothing was reported when there is none. */
export type Figure = { value: number; text: string }

type ChartFrameProps = ChartWords & {
  /** The figures of the picture as a table, one click away. */
  table: Child
  /** The heading is said elsewhere on the page. */
  isTitleHidden?: boolean
  children: Child
}

/** A picture with its title and its table. It scrolls inside its own frame where the screen is narrow. */
export const ChartFrame = ({ title, table, isTitleHidden, children }: ChartFrameProps) => (
  <figure class="chart">
    <figcaption class={isTitleHidden ? 'hidden-text' : 'chart-title'}>{title}</figcaption>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a frame that scrolls must be reachable by keyboard */}
    <section class="chart-frame" aria-label={title} tabindex={0}>
      {children}
    </section>
    <Details quiet summary={useWords().chart.table}>
      {table}
    </Details>
  </figure>
)

type DrawingProps = ChartWords & {
  width: number
  height: number
  /** Parts of it lead somewhere: then it is a group, whose links are read, and no one picture. */
  hasLinks?: boolean
  children: Child
}

/** The drawing alone, as a page and a paper use it. */
export const Drawing = ({ id, title, description, width, height, hasLinks = false, children }: DrawingProps) => (
  <svg
    xmlns="http://www.w3.org/2000/svg"
    class="chart-drawing"
    role={hasLinks ? 'group' : 'img'}
    width={width}
    height={height}
    viewBox={`0 0 ${width} ${height}`}
    aria-labelledby={`${id}-title ${id}-words`}
  >
    <title id={`${id}-title`}>{title}</title>
    <desc id={`${id}-words`}>{description}</desc>
    {children}
  </svg>
)

/** Slanted lines, for what is behind: told apart without colour. */
export const Hatch = ({ id, kind }: { id: string; kind: 'late' | 'expected' }) => (
  <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect class={`chart-fill-${kind}`} width="6" height="6" />
    <rect class={`chart-line-${kind}`} width="2" height="6" />
  </pattern>
)
