import { createHash } from 'node:crypto'
import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { hasSteppedUp, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, Forbidden, RuleViolation } from '#platform/errors.ts'
import { day } from '#platform/form.ts'
import { mayExport } from './access.ts'
import { gatherLines } from './gather-lines.ts'
import type { Period } from './profile.ts'
import { editionOn, editionsOf } from './queries.ts'
import { fileForms, writeExchangeFile } from './write-exchange-file.ts'

export const issueExportInput = z.object({ code: z.string(), form: z.enum(fileForms), from: day(), to: day() })
export type IssueExport = z.output<typeof issueExportInput>

export interface ExportEnv {
  now: Date
  tenant: string
  /** The site as people reach it, for public addresses. */
  origin: string
}

/** The rule that a period breaks: a key of the words' violations. */
export function faultOfPeriod({ from, to }: Period, today: string): 'endsBeforeItBegins' | 'inFuture' | undefined {
  if (to < from) return 'endsBeforeItBegins'
  return to > today ? 'inFuture' : undefined
}

/** Writes the file of a profile for a period; the log keeps what was handed out, to whom, and its hash. */
export async function issueExport(
  db: Db,
  actor: Actor,
  { code, form, from, to }: IssueExport,
  { now, tenant, origin }: ExportEnv,
): Promise<{ name: string; bytes: Uint8Array }> {
  const edition = editionOn(await editionsOf(db, code), dayOf(now))
  demand(mayExport(actor, edition.kind))
  if (!hasSteppedUp(actor, now)) throw new Forbidden('step-up')
  const fault = faultOfPeriod({ from, to }, dayOf(now))
  if (fault !== undefined) throw new RuleViolation(`exchange.${fault}`)
  const gathered = await gatherLines(db, edition, { from, to }, origin)
  const head = { edition, period: { from, to }, madeAt: now, tenant }
  const bytes = await writeExchangeFile(form, head, gathered)
  const facts = {
    profile: edition.name,
    receiver: edition.receiver,
    edition: edition.edition,
    form,
    from,
    to,
    count: gathered.lines.length,
    missing: gathered.missing.reduce((total, { lines }) => total + lines.length, 0),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
  const subject = { kind: 'exchange_edition', id: edition.id }
  await db.transaction().execute((tx) => record(tx, actor, now, { action: 'exchange.exported', subject, facts }))
  return { name: `${code}-${from}-${to}.${form}`, bytes }
}
