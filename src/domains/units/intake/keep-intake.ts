import { sql } from 'kysely'
import { record } from '#capabilities/audit/record.ts'
import { readWorkbook } from '#capabilities/spreadsheets/read-workbook.ts'
import { isExample } from '#capabilities/spreadsheets/read-row.ts'
import type { RawRow } from '#capabilities/spreadsheets/sheet.ts'
import { workbookMediaType } from '#capabilities/spreadsheets/write-workbook.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { storeFile, type FileStore } from '#platform/files.ts'
import { newId } from '#platform/id.ts'
import { mayImport } from './access.ts'
import { planOf } from './check-rows.ts'
import type { IntakeKind } from './intake.ts'

export interface KeepIntake {
  kind: IntakeKind
  fileName: string
  bytes: Uint8Array
}

interface Keeping {
  files: FileStore
  now: Date
}

async function keepRows(tx: Tx, intake: string, rows: readonly RawRow[]) {
  await sql`
    insert into intake_row (intake_id, number, cells, hidden)
    select ${intake}::uuid, number, cells, hidden
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (number integer, cells jsonb, hidden boolean)`.execute(
    tx,
  )
}

/** Reads a list from a workbook and keeps it for its preview; nothing of it is entered yet. */
export async function keepIntake(db: Db, actor: Actor, input: KeepIntake, { files, now }: Keeping): Promise<string> {
  demand(mayImport(actor, input.kind))
  const plan = await planOf(db, input.kind, now)
  const read = await readWorkbook(plan, input.bytes)
  if (!read.ok) throw new RuleViolation(`sheet.${read.reason}`, read.values)
  const rows = read.rows.filter((row) => !isExample(plan, row))
  if (rows.length === 0) throw new RuleViolation('sheet.noRows')
  const id = newId()
  await db.transaction().execute(async (tx) => {
    const sha256 = await storeFile(tx, files, input.bytes, workbookMediaType)
    const fileName = input.fileName.normalize('NFC').slice(-200) || 'danh-sach.xlsx'
    await tx
      .insertInto('intake')
      .values({
        id,
        kind: input.kind,
        file_name: fileName,
        file_sha256: sha256,
        unknown_columns: read.unknown,
        uploaded_by: actor.account,
        uploaded_at: now,
      })
      .execute()
    await keepRows(tx, id, rows)
    await record(tx, actor, now, {
      action: 'intake.kept',
      subject: { kind: 'intake', id },
      facts: { kind: input.kind, file: fileName, sha256, rows: rows.length },
    })
  })
  return id
}
