import type { Db } from '../../src/platform/database/database.ts'

/** The levels of administration; the district level ended on 30/06/2025 (two-tier local government). */
const levels = [
  { code: 'tw', name: 'Trung ương', name_en: 'Central', rank: 1, to_on: null },
  { code: 'tinh', name: 'Cấp tỉnh', name_en: 'Province', rank: 2, to_on: null },
  { code: 'huyen', name: 'Cấp huyện', name_en: 'District', rank: 3, to_on: '2025-06-30' },
  { code: 'xa', name: 'Cấp xã', name_en: 'Commune', rank: 4, to_on: null },
] as const

/** May run again: what is there stays. */
export async function seedUnitLevels(db: Db): Promise<void> {
  await db
    .insertInto('unit_level')
    .values([...levels])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
