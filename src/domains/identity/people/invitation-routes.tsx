import { z } from 'zod'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { attempt, refusal } from '#platform/attempt.ts'
import { emptyForm } from '#platform/form.ts'
import { printCode, readCode } from '#platform/id.ts'
import { param } from '#platform/param.ts'
import { get, post, type Route, type WebContext } from '#platform/web.ts'
import { faultOf, ruleWords } from '../form-faults.ts'
import { homePath, invitationPath, typeCodePath } from '../paths.ts'
import { deviceAsking, enterWith, type IdentityPieces } from '../sessions/routes.tsx'
import { words } from '../words.ts'
import { acceptInvitation, acceptInvitationInput, openInvitation } from './accept-invitation.ts'
import { AcceptPage, RefusedCodePage } from './pages/accept-page.tsx'
import { TypeCodePage } from './pages/type-code-page.tsx'

function showTypeCode(c: WebContext, form: ReturnedForm) {
  return c.render(<TypeCodePage form={form} />, { title: words(c.var.locale).invitation.codeTitle, shell: 'plain' })
}

const typeCode = (c: WebContext) =>
  answerForm(c, {
    schema: z.object({ code: z.string().trim().min(1).max(100) }),
    run: async ({ code }) => {
      await openInvitation(c.var.db, code, c.var.now)
      return invitationPath(printCode(readCode(code)))
    },
    again: (form) => showTypeCode(c, form),
    words: ruleWords,
  })

/** A code that opens nothing is answered with the reason, on a page of its own. */
async function showAccept(c: WebContext, form: ReturnedForm) {
  const t = words(c.var.locale).invitation
  const code = param(c, 'code')
  const tried = await attempt(openInvitation(c.var.db, code, c.var.now))
  if (!tried.ok) {
    c.status(422)
    const reason = refusal(words(c.var.locale).violations, tried.violation)
    return c.render(<RefusedCodePage reason={reason} />, { title: t.refused, shell: 'plain' })
  }
  const { name, login } = tried.value
  return c.render(<AcceptPage {...{ code, name, login, form }} />, { title: t.title, shell: 'plain' })
}

function accept(c: WebContext, pieces: IdentityPieces) {
  const again = (form: ReturnedForm) => showAccept(c, form)
  return answerForm(c, {
    schema: acceptInvitationInput.omit({ code: true }),
    run: async (value) => {
      const input = { ...value, code: param(c, 'code') }
      const env = { now: c.var.now, passwords: pieces.passwords, device: deviceAsking(c) }
      const enter = async () => enterWith(c, pieces, await acceptInvitation(c.var.db, input, env))
      const fault = await faultOf(enter(), c.var.locale)
      if (fault === null) return homePath
      c.status(422)
      return again({ typed: {}, errors: [fault] })
    },
    again,
    words: ruleWords,
  })
}

/** How somebody who was invited comes in: the code of the slip or the mail, then a password. */
export const invitationRoutes = (pieces: IdentityPieces): Route[] => [
  get(typeCodePath, 'public', (c) => showTypeCode(c, emptyForm)),
  post(typeCodePath, 'public', typeCode),
  get(invitationPath(':code'), 'public', (c) => showAccept(c, emptyForm)),
  post(invitationPath(':code'), 'public', (c) => accept(c, pieces)),
]
