import { yearById } from '#domains/blocs/queries.ts'
import { dropDeadline, keepDeadline } from '#domains/calendar/deadlines/keep-deadline.ts'
import type { Tx } from '#platform/database/database.ts'
import { paths } from '../paths.ts'
import { agreementById } from '../queries.ts'

const signingKey = (blocYear: string) => `agreement.signing ${blocYear}`
const signByKey = (blocYear: string) => `agreement.signBy ${blocYear}`

/** Brings the calendar to the days of a text: fixed they stand there, and move; drafted again or void they do not. */
export async function keepSigningDays(tx: Tx, agreement: string, now: Date): Promise<void> {
  const { bloc_year_id: blocYear, title, place, state, ...days } = await agreementById(tx, agreement)
  const year = await yearById(tx, blocYear)
  const at = [year.bloc.slug, year.slug] as const
  const isFixed = state !== 'drafting' && state !== 'void'
  const shared = { blocYear, facts: { title }, audience: 'members' as const }
  if (!isFixed || days.signing_on === null) await dropDeadline(tx, now, signingKey(blocYear))
  else {
    const event = { kind: 'event' as const, naming: 'agreement.signing', place, path: paths.agreement(...at) }
    await keepDeadline(tx, now, { ...shared, ...event, key: signingKey(blocYear), startsOn: days.signing_on })
  }
  if (!isFixed || days.sign_by === null) await dropDeadline(tx, now, signByKey(blocYear))
  else {
    const due = { kind: 'deadline' as const, naming: 'agreement.signBy', path: paths.signing(...at) }
    await keepDeadline(tx, now, { ...shared, ...due, key: signByKey(blocYear), startsOn: days.sign_by })
  }
}
