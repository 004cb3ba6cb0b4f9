import { dayOf, formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { State } from '#ui/state.tsx'
import type { RevocationReason } from '../../../../../db/types.ts'
import { standingAt } from '../certificate.ts'
import { words } from '../words.ts'

interface Term {
  valid_from: Date
  valid_to: Date
  revoked_at: Date | null
  revoked_reason: RevocationReason | null
  /** Absent: a rule did, as when a newer certificate takes its place. */
  revoked_by: string | null
}

/** Whether one may sign with it, in words and a shape. */
export const StandingMark = ({ certificate, now }: { certificate: Term; now: Date }) => {
  const t = words(useLocale())
  const day = (moment: Date | null) => formatDay(dayOf(moment ?? now))
  const { valid_from: from, valid_to: to, revoked_at: revokedAt, revoked_reason: reason, revoked_by: by } = certificate
  const standing = standingAt(now, certificate)
  if (standing === 'in_force') return <State kind="done">{t.valid(day(from), day(to))}</State>
  if (standing === 'ending') return <State kind="soon">{t.ending(day(revokedAt))}</State>
  if (standing === 'expired') return <State kind="none">{t.expired(day(to))}</State>
  return <State kind="none">{reason === 'superseded' && by === null ? t.replaced : t.revoked(day(revokedAt))}</State>
}
