import type { Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { slices } from '#platform/slices.ts'

export interface NewAccount {
  /** The id it will have. */
  account: string
  fullName: string
  login: string
  email: string | undefined
  isSample?: boolean
}

/** People with their accounts, not yet invited. Part of another command, which has asked whether that may be. */
export async function openAccountsIn(tx: Tx, accounts: readonly NewAccount[], now: Date): Promise<void> {
  const people = accounts.map((account) => ({ ...account, person: newId() }))
  for (const some of slices(people)) {
    await tx
      .insertInto('person')
      .values(some.map(({ person, fullName }) => ({ id: person, full_name: fullName, created_at: now })))
      .execute()
    const opened = await tx
      .insertInto('account')
      .values(
        some.map(({ account, person, login, email, isSample }) => ({
          id: account,
          person_id: person,
          login,
          email: email ?? null,
          is_sample: isSample ?? false,
          created_at: now,
        })),
      )
      .onConflict((conflict) => conflict.column('login').doNothing())
      .returning('login')
      .execute()
    const logins = new Set(opened.map(({ login }) => login))
    const taken = some.find(({ login }) => !logins.has(login))
    if (taken) throw new RuleViolation('identity.loginTaken', { login: taken.login })
  }
}
