import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { record } from '#capabilities/audit/record.ts'
import { isExample } from '#capabilities/spreadsheets/read-row.ts'
import { readWorkbook } from '#capabilities/spreadsheets/read-workbook.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { bringsOpinions } from './access.ts'
import { intakeSubject } from './intake.ts'
import { planOf } from './queries.ts'

export interface KeepOpinions {
  blocYear: string
  unit: string
  fileName: string
  bytes: Uint8Array
}

/** Reads a list from a workbook and keeps its rows for the preview; the file itself is not kept. */
export async function keepIntake(db: Db, actor: Actor, input: KeepOpinions, now: Date): Promise<string> {
  demand(bringsOpinions(actor, { bloc_year_id: input.blocYear, unit_id: input.unit }))
  const plan = await planOf(db, (await yearById(db, input.blocYear)).bloc.id)
  const read = await readWorkbook(plan, input.bytes)
  if (!read.ok) throw new RuleViolation(`sheet.${read.reason}`, read.values)
  const rows = read.rows.filter((row) => !isExample(plan, row))
  if (rows.length === 0) throw new RuleViolation('sheet.noRows')
  const id = newId()
  const sha256 = createHash('sha256').update(input.bytes).digest('hex')
  const fileName = input.fileName.normalize('NFC').slice(-200) || 'y-kien.xlsx'
  await db.transaction().execute(async (tx) => {
    await lockYear(tx, input.blocYear)
    await tx
      .insertInto('opinion_intake')
      .values({
        id,
        bloc_year_id: input.blocYear,
        unit_id: input.unit,
        file_name: fileName,
        file_sha256: sha256,
        unknown_columns: read.unknown,
        uploaded_by: actor.account,
        uploaded_at: now,
      })
      .execute()
    await sql`
      insert into opinion_intake_row (intake_id, number, cells, hidden)
      select ${id}::uuid, number, cells, hidden
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (number integer, cells jsonb, hidden boolean)`.execute(
      tx,
    )
    const facts = { file: fileName, sha256, rows: rows.length }
    await record(tx, actor, now, { action: 'opinionImport.kept', subject: intakeSubject(id), facts })
  })
  return id
}
