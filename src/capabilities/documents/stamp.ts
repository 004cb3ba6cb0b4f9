import type { Locale } from '#platform/words.ts'
import { normalise } from './normalise.ts'
import { profiles } from './profiles.ts'
import { RenderError } from './render-error.ts'
import { words } from './words.ts'

/** What a signature shows. `width` and `height` are points, `signedAt` an ISO instant, `serial` the certificate's in hex. */
export type Stamp = {
  language: Locale
  width: number
  height: number
  signer: string
  /** Post and unit, one line each. */
  lines: readonly string[]
  signedAt: string
  serial: string
  /** A framed word, for a sample signature. */
  mark?: string
  /** The system's record of a signature by pen: its day, SHA-256 (hex) of the scan, who saw it. */
  pen?: { signedOn: string; scan: string; witnesses: readonly string[] }
}

export function stampInput(given: Stamp) {
  const stamp = normalise(given)
  if (!(stamp.width >= 60 && stamp.height >= 30)) throw new RenderError({ kind: 'stampTooSmall' })
  const t = words(stamp.language)
  const { date, moment } = hanoiMoment(stamp.signedAt)
  return {
    ...stamp,
    font: profiles.state.font,
    documentDate: date,
    ...(stamp.pen === undefined
      ? { notes: [t.signedOn(moment)], last: t.internalSignature(shortSerial(stamp.serial)) }
      : penLines(stamp.pen, t, moment)),
  }
}

/** What stands over the name and under it: the paper says itself that this is a record, and of what. */
function penLines(
  { signedOn, scan, witnesses }: NonNullable<Stamp['pen']>,
  t: ReturnType<typeof words>,
  moment: string,
) {
  return {
    over: t.signedByPen(signedOn.split('-').reverse().join('/')),
    notes: [t.scan(`${scan.slice(0, 16)}…`), t.witnesses(witnesses.join(', '))],
    last: t.recordedOn(moment),
  }
}

/** Vietnam has kept +07:00 without summer time since 1975, so the offset needs no calendar. */
function hanoiMoment(instant: string): { date: string; moment: string } {
  const time = Date.parse(instant)
  if (Number.isNaN(time)) throw new RenderError({ kind: 'badInput', detail: `signedAt "${instant}"` })
  const [date = '', clock = ''] = new Date(time + 7 * 3_600_000).toISOString().split('T')
  return { date, moment: `${date.split('-').reverse().join('/')} ${clock.slice(0, 8)} +07:00` }
}

function shortSerial(serial: string): string {
  const hex = serial.replaceAll(/[^0-9a-f]/giu, '').toUpperCase()
  return hex.length <= 12 ? hex : `${hex.slice(0, 6)}…${hex.slice(-4)}`
}
