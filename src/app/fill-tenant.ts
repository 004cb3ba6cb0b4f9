import { greatDays } from '../../db/seed/great-days.ts'
import { holidays } from '../../db/seed/holidays.ts'
import { legalRules } from '../../db/seed/legal-rules.ts'
import { legalTexts } from '../../db/seed/legal-texts.ts'
import { seedUnitLevels } from '../../db/seed/unit-levels.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'

/** Deadlines, thresholds and holidays, none of them confirmed, and the great days of the country. */
async function fillMovements(db: Db) {
  await db
    .insertInto('legal_rule')
    .values(legalRules.map((rule) => ({ id: newId(), ...rule })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('holiday')
    .values([...holidays])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('great_day')
    .values(greatDays.map((day) => ({ id: newId(), ...day })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** What every tenant begins with: the levels of administration and the dated legal texts, none of them confirmed. */
export async function fillTenant(db: Db): Promise<void> {
  await seedUnitLevels(db)
  const rows = legalTexts.map((text) => ({
    id: newId(),
    kind: text.kind,
    number: text.number,
    title: text.title,
    issuer: text.issuer,
    issued_on: text.issuedOn ?? null,
    in_force_from: text.inForceFrom ?? null,
    in_force_to: text.inForceTo ?? null,
    source: text.source,
  }))
  await db
    .insertInto('legal_text')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['kind', 'number']).doNothing())
    .execute()
  await fillMovements(db)
}
