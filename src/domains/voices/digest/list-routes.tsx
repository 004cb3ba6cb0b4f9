import { readYear, yearHead } from '#domains/blocs/read-year.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { keepsVoices, readsOpinions } from '../access.ts'
import { closeMonth, closeMonthInput } from '../months/close-month.ts'
import { endOfMonth, monthName, monthOf, monthsBetween } from '../months/month.ts'
import { closedMonths } from '../months/queries.ts'
import { words as monthWords } from '../months/words.ts'
import { topicsOfBloc } from '../queries.ts'
import { readsDigest, writesDigest } from './access.ts'
import { DigestsPage } from './pages/list-page.tsx'
import { StartDigestPage, StartSuddenPage } from './pages/start-page.tsx'
import { digestPaths } from './paths.ts'
import { digestsOf } from './queries.ts'
import { startDigest, startDigestInput, startSuddenDigest, startSuddenInput } from './start-digest.ts'
import { words } from './words.ts'

export const ruleWords = { digest: words, months: monthWords, blocs: blocWords }

export const headOf = (year: BlocYearRow, title: string) => ({ ...yearHead(year, title), help: 'bao-cao-y-kien' })

const placeOf = (year: BlocYearRow) => [year.bloc.slug, year.slug] as const

async function readableYear(c: WebContext) {
  const year = await readYear(c)
  demand(readsOpinions(actorOf(c), year.id))
  return { year, at: placeOf(year), blocName: year.bloc.name }
}

async function writableYear(c: WebContext) {
  const given = await readableYear(c)
  demand(writesDigest(actorOf(c), given.year.id))
  return given
}

async function monthStands(c: WebContext, year: BlocYearRow) {
  const closed = await closedMonths(c.var.db, year.id)
  const last = closed.at(-1)?.month ?? ''
  const today = dayOf(c.var.now)
  return monthsBetween(year.starts_on, year.ends_on).map((month) => {
    const own = closed.find((one) => one.month === month)
    return {
      month,
      name: monthName(month),
      closedOn: own === undefined ? null : dayOf(own.closed_at),
      closedBy: own?.closed_by_name ?? '',
      mayClose: own === undefined && month > last && today > endOfMonth(month),
    }
  })
}

async function showList(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, blocName } = await readableYear(c)
  const actor = actorOf(c)
  const digests = (await digestsOf(c.var.db, year.id)).filter((digest) => readsDigest(actor, digest))
  const mayWrite = keepsVoices(actor, year.id)
  const months = mayWrite ? await monthStands(c, year) : []
  return c.render(
    <DigestsPage {...{ at, blocName, digests, months, mayWrite, form }} />,
    headOf(year, words(c.var.locale).list.title),
  )
}

async function close(c: WebContext) {
  const { year, at } = await writableYear(c)
  return answerForm(c, {
    schema: closeMonthInput.omit({ blocYear: true }),
    run: async ({ month }) => {
      await closeMonth(c.var.db, actorOf(c), { blocYear: year.id, month }, c.var.now)
      return digestPaths.list(...at)
    },
    again: (form) => showList(c, form),
    words: ruleWords,
  })
}

/** What stands in the head before anybody wrote it: the bloc's own name, under its authority. */
async function givenHead(c: WebContext, year: BlocYearRow) {
  const before = (await digestsOf(c.var.db, year.id))[0]
  const dated_on = dayOf(c.var.now)
  if (before !== undefined) return { ...before, dated_on }
  const issuer = year.bloc.name
  return {
    look: 'state' as const,
    parent: c.var.tenant.name,
    issuer,
    sign: '',
    signer: 'Khối trưởng',
    place: '',
    dated_on,
  }
}

async function showStart(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, blocName } = await writableYear(c)
  const digests = await digestsOf(c.var.db, year.id)
  const written = new Set(digests.filter(({ kind }) => kind === 'monthly').map(({ from_on }) => from_on))
  const months = (await closedMonths(c.var.db, year.id))
    .filter(({ month }) => !written.has(month))
    .toReversed()
    .map(({ month }) => ({ value: month, label: monthName(month) }))
  const given = await givenHead(c, year)
  return c.render(
    <StartDigestPage {...{ at, blocName, form, given, months }} />,
    headOf(year, words(c.var.locale).start.title),
  )
}

async function start(c: WebContext) {
  const { year, at } = await writableYear(c)
  return answerForm(c, {
    schema: startDigestInput.omit({ blocYear: true }),
    run: async (value) =>
      digestPaths.digest(...at, await startDigest(c.var.db, actorOf(c), { ...value, blocYear: year.id }, c.var.now)),
    again: (form) => showStart(c, form),
    words: ruleWords,
  })
}

async function showSudden(c: WebContext, form: ReturnedForm = emptyForm) {
  const { year, at, blocName } = await writableYear(c)
  const topics = (await topicsOfBloc(c.var.db, year.bloc.id)).map(({ id, name }) => ({ value: id, label: name }))
  const given = await givenHead(c, year)
  const today = given.dated_on < year.ends_on ? given.dated_on : year.ends_on
  const span = { from: monthOf(today) < year.starts_on ? year.starts_on : monthOf(today), to: today }
  return c.render(
    <StartSuddenPage {...{ at, blocName, form, given, topics }} {...span} />,
    headOf(year, words(c.var.locale).start.suddenTitle),
  )
}

async function startSudden(c: WebContext) {
  const { year, at } = await writableYear(c)
  return answerForm(c, {
    schema: startSuddenInput.omit({ blocYear: true }),
    run: async (value) => {
      const id = await startSuddenDigest(c.var.db, actorOf(c), { ...value, blocYear: year.id }, c.var.now)
      return digestPaths.digest(...at, id)
    },
    again: (form) => showSudden(c, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year'] as const

export const listRoutes: Route[] = [
  get(digestPaths.list(...at), 'signed-in', (c) => showList(c)),
  post(digestPaths.closeMonth(...at), 'signed-in', close),
  get(digestPaths.start(...at), 'signed-in', (c) => showStart(c)),
  post(digestPaths.start(...at), 'signed-in', start),
  get(digestPaths.sudden(...at), 'signed-in', (c) => showSudden(c)),
  post(digestPaths.sudden(...at), 'signed-in', startSudden),
]
