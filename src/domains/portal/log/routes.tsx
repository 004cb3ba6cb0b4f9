import { checkpointsAfter, latestCheckpoint } from '#capabilities/audit/checkpoints/take-checkpoint.ts'
import { sealCertificates } from '#capabilities/signatures/keeping/seals.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { formatMoment } from '#ui/format.ts'
import { mayChooseKeeping, mayGetMails, mayReadAll } from './access.ts'
import { chooseKeeping, chooseKeepingInput } from './choose-keeping.ts'
import { chooseMails, chooseMailsInput } from './choose-mails.ts'
import { deedTeller } from './deeds.ts'
import { exportPart, exportSheet, exportWhole } from './export-log.ts'
import { isFiltered, readFilter } from './filter.ts'
import { LogPage } from './pages/log-page.tsx'
import { logPaths } from './paths.ts'
import { declinesMails, findEntries, scopeOf, unitsInScope, viewsKeptDays, type LogRow } from './queries.ts'
import { recordNames } from './record-names.ts'
import { words } from './words.ts'

const pageLength = 50
const mostUnits = 300

function namesFor(c: WebContext, entries: readonly LogRow[]) {
  return recordNames(
    c.var.db,
    entries.map((entry) => entry.subject_id),
    actorOf(c),
  )
}

async function partOf(c: WebContext) {
  return { scope: await scopeOf(c.var.db, actorOf(c)), filter: readFilter(c.req.query()) }
}

async function showLog(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, locale } = c.var
  const actor = actorOf(c)
  const { scope, filter } = await partOf(c)
  const found = await findEntries(db, scope, filter, pageLength + 1)
  const entries = found.slice(0, pageLength)
  const [records, units, latest] = await Promise.all([
    namesFor(c, entries),
    unitsInScope(db, scope, mostUnits),
    latestCheckpoint(db),
  ])
  const getsMails = mayGetMails(actor) ? !(await declinesMails(db, actor.account)) : null
  const keeping = mayChooseKeeping(actor) ? { locale, days: await viewsKeptDays(db), form } : null
  const page = { locale, filter, entries, records, units, latest, getsMails, keeping }
  const hasMore = found.length > pageLength
  return c.render(<LogPage {...page} hasMore={hasMore} />, {
    title: words(locale).title,
    shell: 'workspace',
    help: 'nhat-ky',
  })
}

/** Sent as it is read, however long it is. */
function stream(c: WebContext, parts: AsyncGenerator<string>, file: { name: string; type: string }): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await parts.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
  c.header('content-type', file.type)
  c.header('content-disposition', `attachment; filename="${file.name}"`)
  c.header('cache-control', 'no-store')
  return c.body(body)
}

async function sendSheet(c: WebContext) {
  const { db, locale } = c.var
  const t = words(locale)
  const tell = deedTeller(locale)
  const cells = async (rows: readonly LogRow[]) => {
    const records = await namesFor(c, rows)
    return rows.map((row) => [
      String(row.number),
      formatMoment(row.at),
      row.actor_name,
      tell(row),
      `${t.subjects[row.subject_kind] ?? row.subject_kind} ${records.get(row.subject_id ?? '')?.name ?? ''}`.trim(),
      row.hash.toString('hex'),
    ])
  }
  const sheet = exportSheet(db, await partOf(c), { columns: t.sheetColumns, cells })
  return stream(c, sheet, { name: 'nhat-ky.csv', type: 'text/csv; charset=utf-8' })
}

async function sendLines(c: WebContext) {
  const { db, tenant } = c.var
  const part = await partOf(c)
  const isWhole = mayReadAll(actorOf(c)) && !isFiltered(part.filter)
  const lines = isWhole ? exportWhole(db, tenant.slug) : exportPart(db, tenant.slug, part)
  return stream(c, lines, { name: 'nhat-ky.jsonl', type: 'application/jsonl; charset=utf-8' })
}

const pem = (der: Uint8Array) => {
  const body = Buffer.from(der)
    .toString('base64')
    .replaceAll(/(.{64})/g, '$1\n')
    .trimEnd()
  return `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`
}

async function sendCheckpoints(c: WebContext) {
  const { db, tenant, locale } = c.var
  const t = words(locale).file
  const lines = (await checkpointsAfter(db, -1)).map(({ line }) => line)
  const seals = (await sealCertificates(db)).map(pem)
  const text = [t.head(tenant.name), ...lines, '', t.seal, ...seals, ''].join('\n')
  c.header('content-disposition', 'attachment; filename="dau-moc-nhat-ky.txt"')
  return c.text(text)
}

const keep = (c: WebContext) =>
  answerForm(c, {
    schema: chooseKeepingInput,
    run: async (input) => {
      await chooseKeeping(c.var.db, actorOf(c), input, c.var.now)
      return logPaths.list
    },
    again: (form) => showLog(c, form),
    words: { log: words },
  })

const choose = (c: WebContext) =>
  answerForm(c, {
    schema: chooseMailsInput,
    run: async (input) => {
      await chooseMails(c.var.db, actorOf(c), input, c.var.now)
      return logPaths.list
    },
    again: () => showLog(c),
    words: { log: words },
  })

export const logRoutes: Route[] = [
  get(logPaths.list, 'signed-in', (c) => showLog(c)),
  get(logPaths.sheet, 'signed-in', sendSheet),
  get(logPaths.lines, 'signed-in', sendLines),
  get(logPaths.checkpoints, 'signed-in', sendCheckpoints),
  post(logPaths.mails, mayGetMails, choose),
  post(logPaths.keeping, mayChooseKeeping, keep),
]
