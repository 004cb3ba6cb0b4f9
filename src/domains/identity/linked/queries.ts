import type { Db } from '#platform/database/database.ts'

/** The accounts elsewhere by which a person signs in here. */
export async function identitiesOf(db: Db, account: string) {
  return db
    .selectFrom('linked_identity')
    .select(['id', 'label', 'way', 'linked_at', 'used_at'])
    .where('account_id', '=', account)
    .orderBy('linked_at')
    .orderBy('id')
    .execute()
}

export type IdentityRow = Awaited<ReturnType<typeof identitiesOf>>[number]

/** Whom an administrator expects for this account, and who recorded it. */
export async function expectedOf(db: Db, account: string) {
  return db
    .selectFrom('expected_identity')
    .innerJoin('account', 'account.id', 'expected_identity.recorded_by')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['claim_value as value', 'recorded_at as recordedAt', 'person.full_name as recorder'])
    .where('expected_identity.account_id', '=', account)
    .executeTakeFirst()
}

export type Expected = NonNullable<Awaited<ReturnType<typeof expectedOf>>>
