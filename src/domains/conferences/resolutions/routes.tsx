import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { blocYear, membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import { words as blocWords } from '#domains/blocs/words.ts'
import { evidenceOf } from '#domains/evidence/queries.ts'
import { subjectName } from '#domains/evidence/subject.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam, param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { keepsConference } from '../access.ts'
import { conferenceById, decisionsOf } from '../queries.ts'
import { mayConfirmResolution, mayReportResolution, readsResolutions } from './access.ts'
import { confirmResolution, confirmResolutionInput } from './confirm-resolution.ts'
import { issueResolution, issueResolutionInput } from './issue-resolution.ts'
import { IssuePage, ResolutionListPage, ResolutionPage, type ResolutionPageProps } from './pages/resolution-pages.tsx'
import { resolutionPaths } from './paths.ts'
import { reportsOf, resolutionById, resolutionsOf } from './queries.ts'
import { reportResolution, reportResolutionInput } from './report-resolution.ts'
import { resolutionCan } from './resolution.ts'
import { words } from './words.ts'

const ruleWords = { resolutions: words, blocs: blocWords }

const head = (year: BlocYearRow, title: string) => ({
  title: `${title} · ${year.bloc.short_name} ${year.label}`,
  shell: 'workspace' as const,
  blocYear: year.id,
  help: 'bien-ban-hoi-nghi',
})

/** The year of the address, for its bloc and the authority. */
async function yearOf(c: WebContext) {
  const actor = actorOf(c)
  const year = await blocYear(c.var.db, param(c, 'bloc'), param(c, 'year'))
  demand(readsResolutions(actor, { bloc_year_id: year.id }))
  return { actor, year, at: [year.bloc.slug, year.slug] as const, today: dayOf(c.var.now) }
}

async function showList(c: WebContext) {
  const { year, at, today } = await yearOf(c)
  const rows = await resolutionsOf(c.var.db, year.id)
  return c.render(<ResolutionListPage {...{ year, at, rows, today }} />, head(year, words(c.var.locale).title))
}

/** The conference of the address, for who keeps it. */
async function conferenceAt(c: WebContext) {
  const place = await yearOf(c)
  const conference = await conferenceById(c.var.db, idParam(c, 'conference'))
  demand(keepsConference(place.actor, conference))
  found(conference.bloc_year_id === place.year.id ? true : undefined)
  return { ...place, conference }
}

async function showIssue(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await conferenceAt(c)
  const { year, conference, today } = place
  const members = await membersOn(c.var.db, year.id, today)
  const decisions = await decisionsOf(c.var.db, conference.id)
  return c.render(<IssuePage {...place} {...{ members, decisions, form }} />, head(year, words(c.var.locale).issue))
}

async function issue(c: WebContext) {
  const { actor, at, conference } = await conferenceAt(c)
  return answerForm(c, {
    schema: issueResolutionInput.omit({ conference: true }),
    run: async (input) => {
      const id = await issueResolution(c.var.db, actor, { ...input, conference: conference.id }, c.var.now)
      return resolutionPaths.one(...at, id)
    },
    again: (form) => showIssue(c, form),
    words: ruleWords,
  })
}

async function resolutionAt(c: WebContext) {
  const place = await yearOf(c)
  const resolution = await resolutionById(c.var.db, idParam(c, 'resolution'))
  found(resolution.bloc_year_id === place.year.id ? true : undefined)
  return { ...place, resolution }
}

async function showOne(c: WebContext, forms: ResolutionPageProps['forms'] = {}) {
  const { db, locale } = c.var
  const place = await resolutionAt(c)
  const { actor, year, resolution } = place
  const t = words(locale)
  const subject = { kind: 'resolution', id: resolution.id }
  const props = {
    ...place,
    reports: await reportsOf(db, resolution.id),
    cited: (await evidenceOf(db, [subject])).get(subjectName(subject)) ?? [],
    history: tellHistory(await historyOf(db, resolution.id), t.deeds),
    may: {
      report: resolutionCan('report', resolution) && mayReportResolution(actor, resolution),
      confirm: resolutionCan('confirm', resolution) && mayConfirmResolution(actor, resolution),
      cite: resolution.state !== 'confirmed' && mayReportResolution(actor, resolution),
    },
    forms,
  }
  return c.render(<ResolutionPage {...props} />, head(year, t.oneTitle(t.kinds[resolution.kind], resolution.number)))
}

async function report(c: WebContext) {
  const { actor, at, resolution } = await resolutionAt(c)
  demand(mayReportResolution(actor, resolution))
  return answerForm(c, {
    schema: reportResolutionInput.omit({ resolution: true }),
    run: async (input) => {
      await reportResolution(c.var.db, actor, { ...input, resolution: resolution.id }, c.var.now)
      return resolutionPaths.one(...at, resolution.id)
    },
    again: (form) => showOne(c, { report: form }),
    words: ruleWords,
  })
}

async function confirm(c: WebContext) {
  const { actor, at, resolution } = await resolutionAt(c)
  demand(mayConfirmResolution(actor, resolution))
  return answerForm(c, {
    schema: confirmResolutionInput.omit({ resolution: true }),
    run: async (input) => {
      await confirmResolution(c.var.db, actor, { ...input, resolution: resolution.id }, c.var.now)
      return resolutionPaths.one(...at, resolution.id)
    },
    again: (form) => showOne(c, { confirm: form }),
    words: ruleWords,
  })
}

const at = [':bloc', ':year{[0-9]{4}(?:-[0-9]{4})?}'] as const

export const resolutionRoutes: Route[] = [
  get(resolutionPaths.list(...at), 'signed-in', showList),
  get(resolutionPaths.issue(...at, ':conference'), 'signed-in', (c) => showIssue(c)),
  post(resolutionPaths.issue(...at, ':conference'), 'signed-in', issue),
  get(resolutionPaths.one(...at, ':resolution'), 'signed-in', (c) => showOne(c)),
  post(resolutionPaths.report(...at, ':resolution'), 'signed-in', report),
  post(resolutionPaths.confirmation(...at, ':resolution'), 'signed-in', confirm),
]
