import { z } from 'zod'
import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { workbookMediaType } from '#capabilities/spreadsheets/write-workbook.ts'
import { writeGrid } from '#capabilities/spreadsheets/write-grid.ts'
import { logKindsOf } from '#domains/movements/log/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { emptyForm } from '#platform/form.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayDivide, mayKeepTargets, mayProposeChange } from '../access.ts'
import { gatherSeries } from '../board/gather-series.ts'
import { changesOfTarget } from '../changes/queries.ts'
import { words as changeWords } from '../changes/words.ts'
import { targetPaths } from '../paths.ts'
import type { TargetPieces } from '../pieces.ts'
import { assignmentsOf, targetsOf } from '../queries.ts'
import { rollUpPlans } from '../roll-up/figure.ts'
import { isTyped, measures, type Assignment, type Target } from '../target.ts'
import { words } from '../words.ts'
import { addTarget, addTemplate } from './add-target.ts'
import { CardPage } from './pages/card-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { ChooseMeasurePage, TargetFormPage } from './pages/target-form.tsx'
import { actRoutes } from './act-routes.tsx'
import { planRoutes } from './plan-routes.tsx'
import { ruleWords } from './rule-words.ts'
import { unitsWithPlans } from './queries.ts'
import { draftOfForm, figureFromOf, nextCode, targetForm, usualDraft, type TargetDraft } from './target-draft.ts'
import { targetsSheet } from './targets-sheet.ts'
import { writeTarget } from './write-target.ts'
import { headOfPage, keptTargetOf, keptYearOf, membersNow, targetOf, yearOf, type YearAt } from './year-of-targets.ts'

/** What the units together plan, and how many have the target. */
function plansTogether(targets: readonly Target[], assignments: readonly Assignment[]) {
  return new Map(
    targets.map((target) => {
      const own = assignments.filter(
        (one) => one.target_id === target.id && one.is_assigned && one.parent_unit_id === null,
      )
      const plans = own.map(({ planned, weight }) => ({ value: planned, weight: weight ?? '1' }))
      return [target.id, { planned: rollUpPlans(target, plans), units_assigned: own.length }] as const
    }),
  )
}

async function showList(c: WebContext, pieces: TargetPieces, form: ReturnedForm = emptyForm) {
  const { year, at } = await yearOf(c)
  const { db, locale } = c.var
  const targets = await targetsOf(db, year.id)
  const mayKeep = mayKeepTargets(actorOf(c), year.id)
  const isOrdering = mayKeep && c.req.query('sap-xep') !== undefined
  const shown = mayKeep ? targets : targets.filter(({ state }) => state !== 'withdrawn')
  const page = (
    <ListPage
      at={at}
      blocName={year.bloc.name}
      label={year.label}
      targets={shown}
      isOrdering={isOrdering}
      plans={plansTogether(shown, await assignmentsOf(db, year.id))}
      members={(await membersNow(c, year)).length}
      mayKeep={mayKeep}
      hasTemplate={pieces.template.length > 0}
      promises={pieces.promisesPath(year)}
      refused={form.refused}
    />
  )
  return c.render(page, headOfPage(year, words(locale).title))
}

async function sendSheet(c: WebContext) {
  const { year } = await yearOf(c)
  const { db, locale } = c.var
  const t = words(locale).sheet
  const members = await membersNow(c, year)
  const plan = targetsSheet({
    title: t.title(year.bloc.name, year.label),
    targets: await targetsOf(db, year.id, { states: ['draft', 'in_force'] }),
    assignments: await assignmentsOf(db, year.id),
    units: members.map(({ unit, short_name: name }) => ({ unit, name })),
    locale,
  })
  return c.body(new Uint8Array(await writeGrid(plan, locale)), 200, {
    'content-type': workbookMediaType,
    'content-disposition': `attachment; filename="${t.fileName}-${year.bloc.slug}-${year.slug}.xlsx"`,
    'cache-control': 'no-store',
  })
}

/** The numbers of the year's log that a target may take its figure from. */
async function logChoices(c: WebContext, { year }: YearAt) {
  const kinds = (await logKindsOf(c.var.db, year.id)).filter(({ ended_on }) => ended_on === null)
  return kinds.flatMap(({ code, name, numbers }) => [
    { value: code, label: name },
    ...numbers.map((number) => ({ value: `${code}.${number.code}`, label: `${name}: ${number.name}` })),
  ])
}

async function showCard(c: WebContext, pieces: TargetPieces) {
  const place = await targetOf(c)
  const { year, at, target } = place
  const { db, locale, now } = c.var
  const actor = actorOf(c)
  const plans = await unitsWithPlans(db, year, target.id, dayOf(now))
  const clause = (await pieces.clausesOf(db, year.id)).find((one) => one.target === target.id)
  const holders = plans.flatMap((one) => (one.is_assigned && one.parent_unit_id === null ? [one.unit_id] : []))
  const page = (
    <CardPage
      at={at}
      year={year.label}
      target={target}
      plans={plans}
      blocPlan={plansTogether([target], plans).get(target.id)?.planned ?? null}
      mayDivide={new Set(plans.map((one) => one.unit_id).filter((unit) => mayDivide(actor, year.id, unit)))}
      clause={clause && { text: clause.text, href: pieces.promisesPath(year) }}
      logName={
        isTyped(target) ? undefined : (await logChoices(c, place)).find((one) => one.value === target.log_kind)?.label
      }
      series={(await gatherSeries(db, year, { targets: [target], day: dayOf(now) })).get(target.id) ?? []}
      history={tellHistory(await historyOf(db, target.id), { ...words(locale).deeds, ...changeWords(locale).deeds })}
      changes={await changesOfTarget(db, target.id)}
      mayKeep={mayKeepTargets(actor, year.id)}
      mayPropose={mayProposeChange(actor, year.id, holders)}
    />
  )
  return c.render(page, headOfPage(year, `${target.code} ${target.name}`))
}

const draftOfTarget = (target: Target): TargetDraft => ({
  ...target,
  measureUnit: target.measure_unit,
  rollUp: target.roll_up,
  dueOn: target.due_on,
  logKind: target.log_kind,
  isPublic: target.is_public,
  planned: null,
})

async function showForm(
  c: WebContext,
  place: YearAt & { target?: Target },
  form: ReturnedForm,
  measure?: Target['measure'],
) {
  const { year, at, target } = place
  const targets = await targetsOf(c.var.db, year.id)
  const fresh = { ...usualDraft(measure ?? 'count'), code: nextCode(targets.map(({ code }) => code)) }
  const t = words(c.var.locale)
  const page = (
    <TargetFormPage
      at={at}
      code={target?.code ?? null}
      version={target?.version ?? 1}
      draft={target === undefined ? fresh : draftOfTarget(target)}
      figureFrom={target === undefined ? 'typed' : figureFromOf(target)}
      form={form}
      logKinds={await logChoices(c, place)}
      topics={[...new Set(targets.map(({ topic }) => topic))]}
    />
  )
  return c.render(page, headOfPage(year, target === undefined ? t.addTitle : t.editTitle(target.code)))
}

const measureAsked = (text: string | undefined) => measures.find((measure) => measure === text)

async function showAdd(c: WebContext) {
  const place = await keptYearOf(c)
  const measure = measureAsked(c.req.query('do'))
  if (measure !== undefined) return showForm(c, place, emptyForm, measure)
  return c.render(<ChooseMeasurePage at={place.at} />, headOfPage(place.year, words(c.var.locale).addTitle))
}

async function add(c: WebContext) {
  const place = await keptYearOf(c)
  return answerForm(c, {
    schema: targetForm,
    run: async (form) => {
      const draft = { ...draftOfForm(form), blocYear: place.year.id }
      return targetPaths.card(...place.at, await addTarget(c.var.db, actorOf(c), draft, c.var.now))
    },
    again: (form) => showForm(c, place, form, measureAsked(form.typed['measure'])),
    words: ruleWords,
  })
}

async function edit(c: WebContext) {
  const place = await keptTargetOf(c)
  return answerForm(c, {
    schema: targetForm.extend({ version: z.coerce.number().int().positive() }),
    run: async ({ version, ...form }) => {
      const draft = draftOfForm({ ...form, measure: place.target.measure })
      await writeTarget(c.var.db, actorOf(c), { id: place.target.id, version, draft }, c.var.now)
      return targetPaths.card(...place.at, draft.code)
    },
    again: (form) => showForm(c, place, form),
    words: ruleWords,
  })
}

async function takeTemplate(c: WebContext, pieces: TargetPieces) {
  const { year, at } = await keptYearOf(c)
  return answerForm(c, {
    schema: z.object({}),
    run: async () => {
      await addTemplate(c.var.db, actorOf(c), year.id, { template: pieces.template, now: c.var.now })
      return targetPaths.list(...at)
    },
    again: (form) => showList(c, pieces, form),
    words: ruleWords,
  })
}

const at = [':bloc', ':year'] as const
const one = [...at, ':target'] as const

export const cardRoutes = (pieces: TargetPieces): Route[] => [
  get(targetPaths.list(...at), 'signed-in', (c) => showList(c, pieces)),
  get(targetPaths.sheet(...at), 'signed-in', sendSheet),
  get(targetPaths.add(...at), 'signed-in', showAdd),
  post(targetPaths.add(...at), 'signed-in', add),
  post(targetPaths.fromTemplate(...at), 'signed-in', (c) => takeTemplate(c, pieces)),
  // Before the card, whose address would take any of these words for a code.
  ...actRoutes(pieces),
  get(targetPaths.card(...one), 'signed-in', (c) => showCard(c, pieces)),
  get(targetPaths.edit(...one), 'signed-in', async (c) => showForm(c, await keptTargetOf(c), emptyForm)),
  post(targetPaths.edit(...one), 'signed-in', edit),
  ...planRoutes,
]
