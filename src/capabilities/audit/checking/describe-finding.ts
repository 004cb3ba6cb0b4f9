import type { Locale } from '#platform/words.ts'
import { words } from '../words.ts'
import type { Finding, Remark } from './walk-chain.ts'

export function describeFinding(finding: Finding, locale: Locale): string {
  const t = words(locale).finding
  const { kind, number } = finding
  if (kind === 'renumbered') return t.renumbered(number, finding.was)
  if (kind === 'removed' || kind === 'cutOff') return t[kind](number, finding.to)
  if (kind === 'rewritten') return t.rewritten(number, finding.after)
  return kind === 'otherBeginning' ? t.otherBeginning : t[kind](number)
}

/** To the minute, in Vietnam's time, as the log's own pages have it. */
const minuteOf = (at: string) =>
  new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' })

export function describeRemark(remark: Remark, locale: Locale): string {
  const t = words(locale).remark
  if (remark.kind === 'restored') return t.restored(remark.number, remark.after)
  return t.backwards(remark.number, minuteOf(remark.at), minuteOf(remark.before))
}
