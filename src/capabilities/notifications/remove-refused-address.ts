import type { Db } from '#platform/database/database.ts'

/** Takes the mark from an address, so that notices are tried there again; a mark that is right comes back by itself. */
export async function removeRefusedAddress(db: Db, address: string): Promise<void> {
  await db.deleteFrom('refused_address').where('address', '=', address.toLowerCase()).execute()
}
