import { blocBySlug } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import { found } from '#platform/errors.ts'
import { param } from '#platform/param.ts'
import { get, type Route, type WebContext } from '#platform/web.ts'
import { csvLine, csvMark } from '../log/csv.ts'
import { paths } from '../paths.ts'
import { slugParam } from '../slug-param.ts'
import { dataSets, readFileName } from './dictionary.ts'
import { gatherData, type Line } from './gather-data.ts'
import { DataPage } from './pages/data-page.tsx'
import { words } from './words.ts'

async function showData(c: WebContext) {
  const bloc = await blocBySlug(c.var.db, slugParam(c, 'bloc'))
  const t = words(c.var.locale)
  return c.render(<DataPage bloc={bloc} place={c.var.tenant.name} />, {
    title: t.title(bloc.name),
    shell: 'public',
    description: t.lead,
  })
}

const licence = 'https://creativecommons.org/licenses/by/4.0/'

/** Numbers stay text: digit for digit, and what is unknown is null. */
const asRecords = (names: readonly string[], lines: readonly Line[]) =>
  lines.map((line) => Object.fromEntries(names.map((name, index) => [name, line[index] === '' ? null : line[index]])))

async function sendData(c: WebContext) {
  const { db, origin, now, tenant } = c.var
  const { set, form } = found(readFileName(param(c, 'file')))
  const bloc = await blocBySlug(db, slugParam(c, 'bloc'))
  const lines = await gatherData(db, set, { bloc, origin, today: dayOf(now) })
  const columns = dataSets[set]
  const names = columns.map(({ name }) => name)
  const t = words('vi')
  const attachment = { 'content-disposition': `attachment; filename="${bloc.slug}-${set}.${form}"` }
  if (form === 'csv') {
    const body = csvMark + csvLine(names) + lines.map((line) => csvLine(line)).join('')
    return c.body(body, 200, { 'content-type': 'text/csv; charset=utf-8', ...attachment })
  }
  const source = t.source(tenant.name, bloc.name)
  const said = { title: `${t.sets[set]}, ${bloc.name}`, source, licence, made_at: now.toISOString() }
  const dictionary = columns.map(({ name, kind, says }) => ({ name, kind, says: says.vi }))
  return c.json({ ...said, columns: dictionary, rows: asRecords(names, lines) }, 200, attachment)
}

export const openDataRoutes: Route[] = [
  get(paths.data(':bloc'), 'public', showData),
  get(paths.dataFile(':bloc', ':file'), 'public', sendData),
]
