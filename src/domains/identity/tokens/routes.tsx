import { hasSteppedUp, isAdministrator } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { Forbidden } from '#platform/errors.ts'
import { emptyForm, sentForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import type { IdentityPieces } from '../sessions/routes.tsx'
import { issueToken, issueTokenInput } from './issue-token.ts'
import { IssuedTokenPage, IssueTokenPage } from './pages/issue-token-page.tsx'
import { TokensPage } from './pages/tokens-page.tsx'
import { allTokensPath, issueTokenPath, revokeTokenPath, tokensPath } from './paths.ts'
import { tokensOf } from './queries.ts'
import { revokeToken } from './revoke-token.ts'
import { tokenState, writeScope } from './token.ts'
import { words } from './words.ts'

const help = 'ma-truy-cap'

async function showTokens(c: WebContext, { scopeNames }: IdentityPieces, isAll: boolean) {
  const { db, now, locale } = c.var
  const rows = await tokensOf(db, isAll ? null : actorOf(c).account, now)
  const scopes = rows.map(({ scope }) => scope)
  const names = await scopeNames(db, scopes, dayOf(now))
  const tokens = rows.map((row) => ({
    ...row,
    state: tokenState(row, dayOf(now)),
    scopeName: names.get(writeScope(row.scope)) ?? '',
  }))
  const t = words(locale)
  const isRevoked = c.req.query('da-thu-hoi') === '1'
  return c.render(<TokensPage tokens={tokens} isAll={isAll} isRevoked={isRevoked} />, {
    title: isAll ? t.allTitle : t.title,
    shell: 'workspace',
    help,
  })
}

async function showIssue(c: WebContext, { scopesOf, scopeNames }: IdentityPieces, form: ReturnedForm) {
  const { db, now, locale } = c.var
  if (!hasSteppedUp(actorOf(c), now)) throw new Forbidden('step-up')
  const scopes = await scopesOf(db, actorOf(c))
  const names = await scopeNames(db, scopes, dayOf(now))
  const t = words(locale)
  const options = scopes.map((scope) => ({
    value: writeScope(scope),
    label: names.get(writeScope(scope)) ?? '',
    group: scope.unit === null ? t.years : t.units,
  }))
  return c.render(<IssueTokenPage scopes={options} form={form} />, { title: t.makeTitle, shell: 'workspace', help })
}

/** The token is in the answer itself: to send the browser elsewhere first, it would have to be kept. */
const issue = (c: WebContext, pieces: IdentityPieces) =>
  answerForm(c, {
    schema: issueTokenInput,
    run: async (input) => {
      const token = await issueToken(c.var.db, actorOf(c), input, c.var.now)
      c.header('cache-control', 'no-store')
      const page = <IssuedTokenPage name={input.name} token={token} />
      return c.render(page, { title: words(c.var.locale).made, shell: 'workspace', help })
    },
    again: (form) => showIssue(c, pieces, form),
    words: { tokens: words },
  })

async function revoke(c: WebContext) {
  const isFromAll = (await sentForm(c)).get('from') === 'all'
  await revokeToken(c.var.db, actorOf(c), { id: idParam(c) }, c.var.now)
  return c.redirect(`${isFromAll ? allTokensPath : tokensPath}?da-thu-hoi=1`, 303)
}

/** Tokens by which programs act for people. */
export const tokenRoutes = (pieces: IdentityPieces): Route[] => [
  get(tokensPath, 'signed-in', (c) => showTokens(c, pieces, false)),
  get(issueTokenPath, 'signed-in', (c) => showIssue(c, pieces, emptyForm)),
  post(issueTokenPath, 'signed-in', (c) => issue(c, pieces)),
  post(revokeTokenPath(':id'), 'signed-in', revoke),
  get(allTokensPath, isAdministrator, (c) => showTokens(c, pieces, true)),
]
