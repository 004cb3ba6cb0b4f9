import { z } from 'zod'
import { hasSteppedUp } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { attempt, refusalOf } from '#platform/attempt.ts'
import { demand, Forbidden, found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { printCode, readCode } from '#platform/id.ts'
import { idParam, param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { isEntitledOver, mayConfirmRecovery, mayHandleRecoveries, mayWithdrawRecovery } from '../access.ts'
import { faultOf, ruleWords } from '../form-faults.ts'
import { homePath, ownAccountPath } from '../paths.ts'
import { accountOf } from '../queries.ts'
import { deviceAsking, enterWith, type IdentityPieces } from '../sessions/routes.tsx'
import { acceptRecovery, acceptRecoveryInput, confirmedRecovery } from './accept-recovery.ts'
import { confirmRecovery } from './confirm-recovery.ts'
import { openRecovery, openRecoveryInput } from './open-recovery.ts'
import { RecoveriesPage } from './pages/recoveries-page.tsx'
import { OpenRecoveryPage, RecoveryPage } from './pages/recovery-page.tsx'
import { NewPasswordPage, RecoverySlipPage, RefusedSlipPage, TypeSlipPage } from './pages/slip-pages.tsx'
import {
  confirmRecoveryPath,
  openRecoveryPath,
  recoveriesPath,
  recoveryPath,
  slipPath,
  typeSlipPath,
  withdrawRecoveryPath,
} from './paths.ts'
import { openRecoveries, recoveryById, type RecoveryRow } from './queries.ts'
import { recoveryState, unitsOfSecond } from './recovery.ts'
import { withdrawRecovery } from './withdraw-recovery.ts'
import { words } from './words.ts'

const help = 'mat-dien-thoai'
const workspace = (title: string) => ({ title, shell: 'workspace' as const, help })

const shown = (c: WebContext, recovery: RecoveryRow) => ({ ...recovery, now: recoveryState(recovery, c.var.now) })

const envOf = (c: WebContext, { announce, unitsOf, originOf }: IdentityPieces) => ({
  now: c.var.now,
  origin: originOf(c),
  announce,
  unitsOf,
})

/** Leaders see those of their own people. */
async function showRecoveries(c: WebContext, { unitsOf }: IdentityPieces) {
  const { db, now } = c.var
  const rows: RecoveryRow[] = []
  for (const row of await openRecoveries(db)) {
    if (isEntitledOver(actorOf(c), await unitsOf(db, row.account_id, now))) rows.push(row)
  }
  const page = <RecoveriesPage recoveries={rows.map((row) => shown(c, row))} />
  return c.render(page, workspace(words(c.var.locale).title))
}

function showOpen(c: WebContext, form: ReturnedForm) {
  if (!hasSteppedUp(actorOf(c), c.var.now)) throw new Forbidden('step-up')
  return c.render(<OpenRecoveryPage login={c.req.query('ten')} form={form} />, workspace(words(c.var.locale).open))
}

const open = (c: WebContext, pieces: IdentityPieces) =>
  answerForm(c, {
    schema: openRecoveryInput,
    run: async (value) => recoveryPath(await openRecovery(c.var.db, actorOf(c), value, envOf(c, pieces))),
    again: (form) => showOpen(c, form),
    words: ruleWords,
  })

async function showRecovery(c: WebContext, { unitsOf }: IdentityPieces, form: ReturnedForm) {
  const { db, now, locale } = c.var
  const actor = actorOf(c)
  const recovery = shown(c, found(await recoveryById(db, idParam(c))))
  const concerned = found(await accountOf(db, recovery.account_id, now))
  const units = await unitsOf(db, concerned.id, now)
  demand(mayWithdrawRecovery(actor, recovery.account_id, units))
  const may = {
    confirm: mayConfirmRecovery(actor, recovery, unitsOfSecond(concerned, units)),
    withdraw: recovery.used_at === null && recovery.withdrawn_at === null,
  }
  const page = <RecoveryPage {...{ recovery, may, form }} isSteppedUp={hasSteppedUp(actor, now)} />
  return c.render(page, workspace(words(locale).ofPerson(recovery.person)))
}

/** A button of a recovery's page: the command's refusal stands on that page. */
const onRecovery = (c: WebContext, pieces: IdentityPieces, run: () => Promise<string | Response>) =>
  answerForm(c, { schema: z.object({}), run, again: (form) => showRecovery(c, pieces, form), words: ruleWords })

const confirm = (c: WebContext, pieces: IdentityPieces) =>
  onRecovery(c, pieces, async () => {
    const confirmed = await confirmRecovery(c.var.db, actorOf(c), { id: idParam(c) }, envOf(c, pieces))
    const page = <RecoverySlipPage {...confirmed} origin={pieces.originOf(c)} />
    return c.render(page, workspace(words(c.var.locale).slip.title))
  })

const withdraw = (c: WebContext, pieces: IdentityPieces) =>
  onRecovery(c, pieces, async () => {
    await withdrawRecovery(c.var.db, actorOf(c), { id: idParam(c) }, envOf(c, pieces))
    return mayHandleRecoveries(actorOf(c)) ? recoveriesPath : ownAccountPath
  })

const showTypeSlip = (c: WebContext, form: ReturnedForm) =>
  c.render(<TypeSlipPage form={form} />, { title: words(c.var.locale).type.title, shell: 'plain' })

const typeSlip = (c: WebContext) =>
  answerForm(c, {
    schema: z.object({ code: z.string().trim().min(1).max(100) }),
    run: async ({ code }) => {
      await confirmedRecovery(c.var.db, code, c.var.now)
      return slipPath(printCode(readCode(code)))
    },
    again: (form) => showTypeSlip(c, form),
    words: ruleWords,
  })

/** A slip that opens nothing is answered with the reason, on a page of its own. */
async function showSlip(c: WebContext, form: ReturnedForm) {
  const t = words(c.var.locale).type
  const code = param(c, 'code')
  const tried = await attempt(confirmedRecovery(c.var.db, code, c.var.now))
  if (!tried.ok) {
    c.status(422)
    const reason = refusalOf(tried.violation, ruleWords, c.var.locale)
    return c.render(<RefusedSlipPage reason={reason} />, { title: t.refused, shell: 'plain' })
  }
  const { person, login } = tried.value
  return c.render(<NewPasswordPage {...{ code, person, login, form }} />, { title: t.set, shell: 'plain' })
}

function useSlip(c: WebContext, pieces: IdentityPieces) {
  const again = (form: ReturnedForm) => showSlip(c, form)
  return answerForm(c, {
    schema: acceptRecoveryInput.omit({ code: true }),
    run: async (value) => {
      const input = { ...value, code: param(c, 'code') }
      const { passwords, originOf } = pieces
      const env = { now: c.var.now, passwords, device: deviceAsking(c), origin: originOf(c) }
      const enter = async () => enterWith(c, pieces, await acceptRecovery(c.var.db, input, env))
      const fault = await faultOf(enter(), c.var.locale)
      if (fault === null) return homePath
      c.status(422)
      return again({ typed: {}, errors: [fault] })
    },
    again,
    words: ruleWords,
  })
}

/** Recovery in person by two people, and the slip in the hands of the person concerned. */
export const recoveryRoutes = (pieces: IdentityPieces): Route[] => [
  get(recoveriesPath, mayHandleRecoveries, (c) => showRecoveries(c, pieces)),
  get(openRecoveryPath(), mayHandleRecoveries, (c) => showOpen(c, emptyForm)),
  post(openRecoveryPath(), mayHandleRecoveries, (c) => open(c, pieces)),
  get(recoveryPath(':id'), 'signed-in', (c) => showRecovery(c, pieces, emptyForm)),
  post(confirmRecoveryPath(':id'), 'signed-in', (c) => confirm(c, pieces)),
  post(withdrawRecoveryPath(':id'), 'signed-in', (c) => withdraw(c, pieces)),
  get(typeSlipPath, 'public', (c) => showTypeSlip(c, emptyForm)),
  post(typeSlipPath, 'public', typeSlip),
  get(slipPath(':code'), 'public', (c) => showSlip(c, emptyForm)),
  post(slipPath(':code'), 'public', (c) => useSlip(c, pieces)),
]
