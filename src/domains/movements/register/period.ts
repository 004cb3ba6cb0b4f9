/** What a movement says of its time; unknown ends stay unknown. */
export interface Period {
  byYears: boolean
  fromOn: string | null
  toOn: string | null
}

const dash = String.raw`\s*(?:[-–—]|đến(?:\s+(?:năm|ngày))?)\s*`
const lead = String.raw`(?:giai đoạn|thời kỳ|trong các năm|từ năm|năm|từ ngày|từ)?\s*`
const day = (name: string) => String.raw`(?<${name}>\d{1,2}[/.]\d{1,2}[/.]\d{4})`
const days = new RegExp(`^${lead}${day('from')}(?:${dash}${day('to')})?$`, 'iu')
const years = new RegExp(String.raw`^${lead}(?<from>\d{4})(?:${dash}(?<to>\d{4}))?$`, 'iu')
/** "từ năm 2021": begun, with an end that nobody named. */
const openYear = /^từ(?: năm)? (?<from>\d{4})$/iu

function isoDay(written: string): string | undefined {
  const [date = '', month = '', year = ''] = written.split(/[/.]/)
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const parsed = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso) ? iso : undefined
}

const inYears = (from: string, to: string | null): Period => ({
  byYears: true,
  fromOn: `${from}-01-01`,
  toOn: to === null ? null : `${to}-12-31`,
})

function inDays(from: string, to: string | undefined): Period | undefined {
  const fromOn = isoDay(from)
  const toOn = to === undefined ? null : isoDay(to)
  return fromOn === undefined || toOn === undefined ? undefined : { byYears: false, fromOn, toOn }
}

const isOrdered = ({ fromOn, toOn }: Period) => fromOn === null || toOn === null || fromOn <= toOn

type Ends = { from: string; to: string | undefined }

const readers: readonly [RegExp, (ends: Ends) => Period | undefined][] = [
  [openYear, ({ from }) => inYears(from, null)],
  [years, ({ from, to = from }) => inYears(from, to)],
  [days, ({ from, to }) => inDays(from, to)],
]

function readPlain(text: string): Period | undefined {
  for (const [shape, read] of readers) {
    const groups = shape.exec(text)?.groups
    if (groups) return read({ from: groups['from'] ?? '', to: groups['to'] })
  }
  return undefined
}

/**
 * "giai đoạn 2021-2025", "2019 – 2025", "năm 2023", "từ năm 2021", "01/03/2023 – 30/11/2023"; an empty text is a period
 * that nobody named. Nothing when it is no period or ends before it begins.
 */
export function readPeriod(written: string): Period | undefined {
  const text = written
    .replace(/\s+/gu, ' ')
    .replace(/[“”"().,;]+$/u, '')
    .trim()
  if (text === '') return { byYears: true, fromOn: null, toOn: null }
  const period = readPlain(text)
  return period && isOrdered(period) ? period : undefined
}

const inside =
  /[\s,(–-]*(?<period>(?:giai đoạn|thời kỳ|trong các năm|từ năm)\s*\d{4}(?:\s*(?:[-–—]|đến(?: năm)?)\s*\d{4})?)\)?[.”"]*\s*$/iu

/** A title that carries its own period, as articles and clauses write it: the title alone, and what its end says. */
export function splitTitle(written: string): { title: string; period: Period | undefined } {
  const text = written.replace(/\s+/gu, ' ').trim()
  const found = inside.exec(text)
  const title = (found ? text.slice(0, found.index) : text).replace(/^[“"]+|[”".,;…\s]+$/gu, '').trim()
  return { title: title === '' ? text : title, period: found ? readPeriod(found.groups?.['period'] ?? '') : undefined }
}

const shown = (iso: string) => iso.split('-').reverse().join('/')

function shownYears(from: string | null, to: string | null): string {
  if (from === null) return to === null ? '' : `– ${to}`
  return from === to ? from : `${from}–${to ?? ''}`
}

/** "2021–2025", "2023", "01/03/2023–30/11/2023"; an end that nobody named is left open. */
export function writePeriod({ byYears, fromOn, toOn }: Period): string {
  if (byYears) return shownYears(fromOn?.slice(0, 4) ?? null, toOn?.slice(0, 4) ?? null)
  return shownYears(fromOn && shown(fromOn), toOn && shown(toOn))
}
