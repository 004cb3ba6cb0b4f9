import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Content } from '#platform/content.ts'
import { runApart } from '#platform/run-apart.ts'
import { openTurns } from '#platform/turns.ts'
import type {
  Box,
  Covered,
  Drawn,
  Looked,
  PictureAnswer,
  PictureFault,
  PictureJob,
  ShownAll,
  SizedAll,
} from './picture-job.ts'
import type { Sniffed } from './sniff-medium.ts'

export type Seen<What> = { ok: true; what: What } | { ok: false; fault: PictureFault | 'tookTooLong' | 'busy' }

/** Draws strangers' pictures and PDFs in processes of their own; never throws because of a file. */
export interface Pictures {
  /** What the bytes are, whatever they are called; an archive is looked through before it counts. */
  sniff: (content: Content) => Promise<Seen<Sniffed>>
  /** Size and pages, without decoding. */
  look: (medium: Drawn, content: Content) => Promise<Seen<Looked>>
  /** The pictures that a page shows, and the text for searching. */
  show: (medium: Drawn, content: Content) => Promise<Seen<ShownAll>>
  /** The picture for public pages, in several widths and formats, without metadata. */
  size: (content: Content) => Promise<Seen<SizedAll>>
  /** A copy of points alone, black over the words and boxes given. */
  cover: (
    medium: Drawn,
    content: Content,
    covers: { words: readonly string[]; boxes: readonly Box[] },
  ) => Promise<Seen<Covered>>
}

/** Beside this module, in source (.ts, run by Node itself) as in the bundle (.js). */
const childPath = fileURLToPath(new URL(`./picture-child${extname(import.meta.url)}`, import.meta.url))

/** What a decoded picture of the most points takes, and what a large PDF does. */
const bounds = { memoryMegabytes: 512, residentMegabytes: 1500 }

const timeouts = { sniff: 20_000, look: 20_000, show: 90_000, size: 90_000, cover: 120_000 }

export function openPictures({ atOnce = 2, mostWaiting = 30 } = {}): Pictures {
  const turns = openTurns({ atOnce, mostWaiting })

  async function ask(job: PictureJob): Promise<PictureAnswer | { ok: false; fault: 'tookTooLong' | 'busy' }> {
    const timeoutMs = timeouts[job.kind]
    const answer = await turns.take(() => runApart<PictureAnswer>(childPath, job, { ...bounds, timeoutMs }))
    if (answer === 'stopped') return { ok: false, fault: 'tookTooLong' }
    return answer === 'busy' ? { ok: false, fault: 'busy' } : answer
  }

  return {
    async sniff(content) {
      const answer = await ask({ kind: 'sniff', content })
      if (!answer.ok) return answer
      return 'sniffed' in answer ? { ok: true, what: answer.sniffed } : { ok: false, fault: 'damaged' }
    },
    async look(medium, content) {
      const answer = await ask({ kind: 'look', medium, content })
      if (!answer.ok) return answer
      return 'looked' in answer ? { ok: true, what: answer.looked } : { ok: false, fault: 'damaged' }
    },
    async show(medium, content) {
      const answer = await ask({ kind: 'show', medium, content })
      if (!answer.ok) return answer
      return 'shown' in answer ? { ok: true, what: answer.shown } : { ok: false, fault: 'damaged' }
    },
    async size(content) {
      const answer = await ask({ kind: 'size', medium: 'picture', content })
      if (!answer.ok) return answer
      return 'sized' in answer ? { ok: true, what: answer.sized } : { ok: false, fault: 'damaged' }
    },
    async cover(medium, content, covers) {
      const answer = await ask({ kind: 'cover', medium, content, ...covers })
      if (!answer.ok) return answer
      return 'covered' in answer ? { ok: true, what: answer.covered } : { ok: false, fault: 'damaged' }
    },
  }
}
