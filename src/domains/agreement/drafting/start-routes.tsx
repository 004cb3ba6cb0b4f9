import { yearsOfBloc, type BlocYearRow } from '#domains/blocs/queries.ts'
import { textsInForce } from '#domains/law/queries.ts'
import { attempt, refusal } from '#platform/attempt.ts'
import { readForm } from '#platform/form.ts'
import { actorOf, get, post, type WebContext } from '#platform/web.ts'
import { demand } from '#platform/errors.ts'
import { mayDraft } from '../access.ts'
import { paths } from '../paths.ts'
import { clausesOfAgreement, liveAgreement } from '../queries.ts'
import { words } from '../words.ts'
import { yearOf } from '../year-of.ts'
import { lastYearBeginning, templateBeginning } from './beginnings.ts'
import { StartPage } from './pages/start-page.tsx'
import { startDraft, startDraftInput } from './start-draft.ts'

/** The year before that has an agreement to copy. */
async function lastAgreement(c: WebContext, year: BlocYearRow) {
  const earlier = (await yearsOfBloc(c.var.db, year.bloc.id)).filter((other) => other.starts_on < year.starts_on)
  for (const other of earlier) {
    const agreement = await liveAgreement(c.var.db, other.id)
    if (agreement !== undefined) return { agreement, label: other.label }
  }
  return null
}

async function showStart(c: WebContext, refused?: string) {
  const year = await yearOf(c)
  demand(mayDraft(actorOf(c), { bloc_year_id: year.id }))
  const at = [year.bloc.slug, year.slug] as const
  const last = await lastAgreement(c, year)
  return c.render(
    <StartPage
      blocName={year.bloc.name}
      label={year.label}
      action={paths.start(...at)}
      readings={paths.readings(...at)}
      lastYear={last?.label ?? null}
      refusal={refused}
    />,
    { title: words(c.var.locale).start.heading, shell: 'workspace', blocYear: year.id, help: 'soan-giao-uoc' },
  )
}

async function beginDraft(c: WebContext, year: BlocYearRow, origin: string) {
  const last = origin === 'last_year' ? await lastAgreement(c, year) : null
  if (last !== null) {
    const clauses = await clausesOfAgreement(c.var.db, last.agreement.id)
    const beginning = lastYearBeginning(year, { head: last.agreement, clauses })
    const input = { blocYear: year.id, origin: 'last_year', follows: last.agreement.id, beginning } as const
    return startDraft(c.var.db, actorOf(c), input, c.var.now)
  }
  const beginning = templateBeginning(year, await textsInForce(c.var.db, year.starts_on))
  return startDraft(c.var.db, actorOf(c), { blocYear: year.id, origin: 'template', beginning }, c.var.now)
}

export const startRoutes = [
  get(paths.start(':bloc', ':year'), 'signed-in', (c) => showStart(c)),
  post(paths.start(':bloc', ':year'), 'signed-in', async (c) => {
    const year = await yearOf(c)
    const form = await readForm(c, startDraftInput.pick({ origin: true }))
    if (!form.ok) return showStart(c)
    const begun = await attempt(beginDraft(c, year, form.value.origin))
    if (begun.ok) return c.redirect(paths.editor(year.bloc.slug, year.slug), 303)
    c.status(422)
    return showStart(c, refusal(words(c.var.locale).violations, begun.violation))
  }),
]
