import type { Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'

/** Commands about one unit take turns: each begins here. */
export async function lockUnit(tx: Tx, unit: string) {
  return found(
    await tx
      .selectFrom('unit')
      .select(['id', 'level_code', 'code'])
      .where('id', '=', unit)
      .forUpdate()
      .executeTakeFirst(),
  )
}
