import { brokenText, missingGlyphs } from './missing-glyphs.ts'
import { normalise } from './normalise.ts'
import type { Paper, RenderedPaper } from './paper.ts'
import { paperInput } from './paper-input.ts'
import type { RenderJob } from './render-child.ts'
import { profiles } from './profiles.ts'
import { RenderError, type RenderProblem } from './render-error.ts'
import { createPool } from './render-pool.ts'
import { stampInput, type Stamp } from './stamp.ts'

export type RendererOptions = { children?: number; recycleAfter?: number; timeoutMs?: number }

/** Prints papers to PDF/A-2a and stamps to PDF/A-2u. Every failure is a RenderError; none waits for ever. */
export type Renderer = {
  renderPdf(paper: Paper): Promise<RenderedPaper>
  renderStamp(stamp: Stamp): Promise<Uint8Array>
  /** A drawing (SVG) as PNG with the letters of the papers, whatever fonts the machine has. */
  renderPicture(svg: string): Promise<Uint8Array>
  /** Process ids of the living children. */
  pids(): number[]
  close(): void
}

const inputLimit = 2_000_000

export function createRenderer(options: RendererOptions = {}): Renderer {
  const { children = 2, recycleAfter = 100, timeoutMs = 30_000 } = options
  const pool = createPool(children, recycleAfter, timeoutMs)

  async function print(template: RenderJob['template'], given: object, data: object) {
    const input = JSON.stringify(data)
    if (input.length > inputLimit) throw new RenderError({ kind: 'tooLarge', length: input.length, limit: inputLimit })
    const broken = brokenText(data)
    if (broken.length > 0) throw new RenderError({ kind: 'missingGlyph', missing: broken })
    const answer = await pool.run({ template, input })
    if (!answer.ok) throw new RenderError(problemOf(answer.diagnostics, given))
    return answer
  }

  return {
    renderPdf: async (paper) => {
      const { bytes, pages, boxes } = await print('paper', paper, paperInput(paper))
      return { pdf: bytes, pages, boxes }
    },
    renderStamp: async (stamp) => (await print('stamp', stamp, stampInput(stamp))).bytes,
    renderPicture: async (svg) => {
      const picture = { svg: normalise(svg), font: profiles.state.font }
      return (await print('picture', picture, picture)).bytes
    },
    pids: () => pool.pids(),
    close: () => pool.close(),
  }
}

function problemOf(diagnostics: string, given: object): RenderProblem {
  const missing = missingGlyphs(diagnostics, normalise(given))
  if (missing.length > 0) return { kind: 'missingGlyph', missing }
  if (diagnostics.includes('stamp too small')) return { kind: 'stampTooSmall' }
  return { kind: 'failed', detail: diagnostics }
}
