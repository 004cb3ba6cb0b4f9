import type { Locale } from '#platform/words.ts'
import { words } from '../words.ts'
import type { Finding } from './walk-chain.ts'

export function describeFinding(finding: Finding, locale: Locale): string {
  const t = words(locale).finding
  const { kind, number } = finding
  if (kind === 'renumbered') return t.renumbered(number, finding.was)
  if (kind === 'removed' || kind === 'cutOff') return t[kind](number, finding.to)
  if (kind === 'rewritten') return t.rewritten(number, finding.after)
  return kind === 'otherBeginning' ? t.otherBeginning : t[kind](number)
}
