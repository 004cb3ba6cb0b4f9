import { hashAccessToken } from '../../src/domains/identity/tokens/token.ts'
import type { Actor } from '../../src/platform/actor.ts'
import type { Db } from '../../src/platform/database/database.ts'
import { morning } from '../cast.ts'

/** What addresses of the API name besides. */
export interface ApiPlace {
  /** The id of a token of one's own, or of the leader's. */
  token: string
  blocYear: string
  december: { target: string; period: string }
}

/** What the program of this person shows. */
export const tokenOf = (actor: Pick<Actor, 'account'>) => `giaouoc_${actor.account}`

/** A token of each person for the bloc-year, whether or not they have a part in it; its id is the account's. */
export async function addTokens(db: Db, blocYear: string, people: readonly Actor[]): Promise<void> {
  const accounts = [...new Map(people.map((person) => [person.account, person])).values()]
  const rows = accounts.map(({ account }) => ({
    id: account,
    account_id: account,
    name: 'Phần mềm',
    token_hash: hashAccessToken(tokenOf({ account })),
    bloc_year_id: blocYear,
    may_write: true,
    until_on: '2023-12-31',
    made_at: morning,
  }))
  await db.insertInto('access_token').values(rows).execute()
}
