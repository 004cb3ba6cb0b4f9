import { queueMail } from '#capabilities/notifications/send-mail.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import type { Locale } from '#platform/words.ts'
import type { HandoverFact } from './handover.ts'
import { handoverSigners, type HandoverRow } from './queries.ts'
import { words, type HandoverWords } from './words.ts'

interface Letters {
  handover: HandoverRow
  /** How far it is, as it was told. */
  told: HandoverFact
  /** The site's address, before the path. */
  siteUrl: string
}

type Letter = keyof HandoverWords['mails']

/** Each person once and in their own language; who has no address sees it on screen. */
async function mailAccounts(tx: Tx, letter: Letter, accounts: readonly string[], { handover, told, siteUrl }: Letters) {
  const people = await tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['account.id', 'account.email', 'account.locale', 'person.full_name'])
    .where('account.id', 'in', [...accounts])
    .execute()
  for (const { id, email, locale, full_name: name } of people) {
    if (email === null) continue
    const said = { name, giving: told.giving.name, receiving: told.receiving.name, bloc: told.bloc, year: told.year }
    const about = { ...said, reason: told.reason ?? '', url: `${siteUrl}${told.path}` }
    const written = words(locale as Locale).mails[letter](about)
    const messageKey = `handover-${letter}-${handover.id}-${id}`
    await queueMail(tx, { to: email, ...written, messageKey, kind: 'handover', account: id })
  }
}

/** The drafter, while at work for the outgoing head; after that, its signer of this version. */
async function drafterOf(tx: Tx, { id, created_by: drafter, giving_unit_id: unit }: HandoverRow, day: string) {
  const role = await tx
    .selectFrom('unit_role')
    .select('id')
    .where('account_id', '=', drafter)
    .where('unit_id', '=', unit)
    .where('from_on', '<=', day)
    .where((has) => has.or([has('to_on', 'is', null), has('to_on', '>=', day)]))
    .executeTakeFirst()
  if (role !== undefined) return [drafter]
  return (await handoverSigners(tx, id)).filter(({ side }) => side === 'giving').map(({ account_id }) => account_id)
}

/** To both who are to sign. */
export async function mailSigners(tx: Tx, letters: Letters): Promise<void> {
  const signers = await handoverSigners(tx, letters.handover.id)
  const accounts = signers.map(({ account_id }) => account_id)
  await mailAccounts(tx, 'toSign', accounts, letters)
}

/** To who draws up the next version, with the reason. */
export async function mailReturned(tx: Tx, letters: Letters, now: Date): Promise<void> {
  await mailAccounts(tx, 'returned', await drafterOf(tx, letters.handover, dayOf(now)), letters)
}

/** To both units: who signed for each, and the drafter. */
export async function mailClosed(tx: Tx, letters: Letters, now: Date): Promise<void> {
  const signers = await handoverSigners(tx, letters.handover.id)
  const signed = signers.map(({ signed_account_id, account_id }) => signed_account_id ?? account_id)
  const accounts = [...signed, ...(await drafterOf(tx, letters.handover, dayOf(now)))]
  await mailAccounts(tx, 'closed', accounts, letters)
}
