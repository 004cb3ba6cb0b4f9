import { demandQuietPdf } from '#capabilities/signatures/uploads/demand-quiet-pdf.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import { lookAt } from '#capabilities/audit/views.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { certificatesOfMandates } from '#capabilities/signatures/keeping/certificates.ts'
import { isAuthority, worksFor } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { demand, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam, pageParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import type { UnitPieces } from '../pieces.ts'
import { unitPaths } from '../paths.ts'
import { namesOn, peopleOfUnit, unitById } from '../queries.ts'
import { unitRuleWords } from '../rule-words.ts'
import { mayAskMandate, mayDecideMandate, mayEndMandate, mayWithdrawMandate, seesMandate } from './access.ts'
import { askMandate, askMandateInput } from './ask-mandate.ts'
import { confirmMandate } from './confirm-mandate.ts'
import { endMandate, endMandateInput } from './end-mandate.ts'
import { mandateCan, mandateStates } from './mandate.ts'
import { AskPage } from './pages/ask-page.tsx'
import { ListPage, stateSlugs } from './pages/list-page.tsx'
import { MandatePage, type MandatePageProps } from './pages/mandate-page.tsx'
import { mandatePaths } from './paths.ts'
import { mandateById, mandatesInState, type MandateRow } from './queries.ts'
import { refuseMandate, refuseMandateInput } from './refuse-mandate.ts'
import { withdrawMandate } from './withdraw-mandate.ts'
import { words } from './words.ts'

const head = (title: string) => ({ title, shell: 'workspace' as const, help: 'uy-quyen' })
const today = (c: WebContext) => dayOf(c.var.now)
const mandatesOnPage = 20

/** The mandate of the address, for those who may see it: its unit, the authority, and the members of its blocs. */
async function seenMandate(c: WebContext, { sharesBloc }: UnitPieces): Promise<MandateRow> {
  const { db } = c.var
  const actor = actorOf(c)
  const mandate = await mandateById(db, idParam(c))
  const isPublished = mandate.state === 'confirmed' || mandate.state === 'ended'
  demand(seesMandate(actor, mandate) || (isPublished && (await sharesBloc(db, actor, mandate.unit_id))))
  return mandate
}

async function showList(c: WebContext) {
  const { db, locale } = c.var
  const state = mandateStates.find((each) => stateSlugs[each] === c.req.query('xem')) ?? 'asked'
  const page = pageParam(c)
  const { mandates, total } = await mandatesInState(db, state, { page, size: mandatesOnPage })
  const names = await namesOn(
    db,
    mandates.map((mandate) => mandate.unit_id),
    today(c),
  )
  const unitNames = new Map([...names].map(([unit, name]) => [unit, name.short_name]))
  const last = Math.ceil(total / mandatesOnPage)
  return c.render(
    <ListPage locale={locale} state={state} mandates={mandates} unitNames={unitNames} page={page} last={last} />,
    head(words(locale).mandates),
  )
}

async function unitForAsking(c: WebContext) {
  const unit = await unitById(c.var.db, idParam(c), today(c))
  demand(mayAskMandate(actorOf(c), unit.id))
  return unit
}

async function showAsk(c: WebContext, form: ReturnedForm = emptyForm) {
  const unit = await unitForAsking(c)
  const people = await peopleOfUnit(c.var.db, unit.id, today(c))
  return c.render(
    <AskPage locale={c.var.locale} unit={unit} people={people} form={form} />,
    head(words(c.var.locale).askTitle(unit.short_name)),
  )
}

const ask = (pieces: UnitPieces) => async (c: WebContext) => {
  const unit = await unitForAsking(c)
  return answerForm(c, {
    schema: askMandateInput.omit({ unit: true }),
    run: async (input, files) => {
      const document = new Uint8Array((await files.get('document')?.arrayBuffer()) ?? new ArrayBuffer(0))
      await demandQuietPdf(pieces.pdfs, document)
      const asking = { ...pieces, now: c.var.now, document }
      const id = await askMandate(c.var.db, actorOf(c), { ...input, unit: unit.id }, asking)
      return mandatePaths.mandate(id)
    },
    again: (form) => showAsk(c, form),
    words: unitRuleWords,
  })
}

const show = (pieces: UnitPieces, returned?: MandatePageProps['returned']) => async (c: WebContext) => {
  const { db, locale } = c.var
  const actor = actorOf(c)
  const mandate = await seenMandate(c, pieces)
  const unit = await unitById(db, mandate.unit_id, today(c))
  const props = {
    locale,
    mandate,
    unit,
    history: tellHistory(await historyOf(db, mandate.id), words(locale).deeds),
    views: await lookAt(
      db,
      actor,
      { kind: 'mandate', id: mandate.id },
      { isOwn: isAuthority(actor) || worksFor(actor, mandate.unit_id), now: c.var.now },
    ),
    may: {
      decide: mandateCan('confirm', mandate) && mayDecideMandate(actor, mandate),
      withdraw: mandateCan('withdraw', mandate) && mayWithdrawMandate(actor, mandate),
      end: mandateCan('end', mandate) && mayEndMandate(actor, mandate),
    },
    certificates: await certificatesOfMandates(db, [mandate.id]),
    returned,
    today: today(c),
    now: c.var.now,
  }
  return c.render(<MandatePage {...props} />, head(words(locale).mandate(mandate.person, unit.short_name)))
}

/** Pages of files may hold script: the browser gets the bytes as a download that can do nothing here. */
const sendDocument = (pieces: UnitPieces) => async (c: WebContext) => {
  const mandate = await seenMandate(c, pieces)
  const sha256 = found(mandate.document_sha256)
  const { media_type } = await c.var.db
    .selectFrom('stored_file')
    .select('media_type')
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow()
  const ending = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' }[media_type] ?? 'bin'
  const bytes = await pieces.files.get(sha256)
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': media_type,
      'content-disposition': `attachment; filename="giay-uy-quyen-${sha256.slice(0, 8)}.${ending}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}

const confirm = (pieces: UnitPieces) => async (c: WebContext) => {
  await confirmMandate(c.var.db, actorOf(c), { id: idParam(c) }, { ...pieces, now: c.var.now })
  return c.redirect(mandatePaths.mandate(idParam(c)), 303)
}

const withdraw = (pieces: UnitPieces) => async (c: WebContext) => {
  const { unit_id } = await seenMandate(c, pieces)
  await withdrawMandate(c.var.db, actorOf(c), { id: idParam(c) }, { ...pieces, now: c.var.now })
  return c.redirect(unitPaths.unit(unit_id), 303)
}

const refuse = (pieces: UnitPieces) => (c: WebContext) =>
  answerForm(c, {
    schema: refuseMandateInput.omit({ id: true }),
    run: async (input) => {
      await refuseMandate(c.var.db, actorOf(c), { ...input, id: idParam(c) }, { ...pieces, now: c.var.now })
      return mandatePaths.mandate(idParam(c))
    },
    again: (form) => show(pieces, { of: 'refuse', form })(c),
    words: unitRuleWords,
  })

const end = (pieces: UnitPieces) => (c: WebContext) =>
  answerForm(c, {
    schema: endMandateInput.omit({ id: true }),
    run: async (input) => {
      await endMandate(c.var.db, actorOf(c), { ...input, id: idParam(c) }, { ...pieces, now: c.var.now })
      return mandatePaths.mandate(idParam(c))
    },
    again: (form) => show(pieces, { of: 'end', form })(c),
    words: unitRuleWords,
  })

export const mandateRoutes = (pieces: UnitPieces): Route[] => [
  get(mandatePaths.list, isAuthority, showList),
  get(mandatePaths.ask(':id'), 'signed-in', (c) => showAsk(c)),
  post(mandatePaths.ask(':id'), 'signed-in', ask(pieces)),
  get(mandatePaths.mandate(':id'), 'signed-in', show(pieces)),
  get(mandatePaths.document(':id'), 'signed-in', sendDocument(pieces)),
  post(mandatePaths.confirm(':id'), isAuthority, confirm(pieces)),
  post(mandatePaths.refuse(':id'), isAuthority, refuse(pieces)),
  post(mandatePaths.withdraw(':id'), 'signed-in', withdraw(pieces)),
  post(mandatePaths.end(':id'), 'signed-in', end(pieces)),
]
