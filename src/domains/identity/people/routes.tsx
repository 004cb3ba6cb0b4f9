import { hasSteppedUp, isAdministrator } from '#platform/actor.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { idParam, pageParam, param } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { noteView } from '#capabilities/audit/views.ts'
import { historyOf } from '#capabilities/audit/history.ts'
import { z } from 'zod'
import {
  mayChangeAddress,
  mayEndTenantRole,
  mayExpectIdentity,
  mayGrantTenantRole,
  mayHandleInvitation,
  mayInvite,
  mayLetGo,
  maySeePeople,
} from '../access.ts'
import { inviteFaults, ruleWords } from '../form-faults.ts'
import {
  endRolePath,
  grantRolePath,
  invitePath,
  peoplePath,
  personPath,
  renewInvitationPath,
  withdrawInvitationPath,
} from '../paths.ts'
import { accountOf, invitationsOf, peopleList } from '../queries.ts'
import type { IdentityPieces } from '../sessions/routes.tsx'
import { words as addressWords } from '../address/words.ts'
import { inviteBack, inviteBackInput } from '../leaving/invite-back.ts'
import { inviteBackPath } from '../leaving/paths.ts'
import { words as leavingWords } from '../leaving/words.ts'
import { words as recoveryWords } from '../recovery/words.ts'
import { words } from '../words.ts'
import { endTenantRole, endTenantRoleInput } from './end-tenant-role.ts'
import { grantTenantRole, grantTenantRoleInput } from './grant-tenant-role.ts'
import { invitationRoutes } from './invitation-routes.tsx'
import { invitationState } from './invitation.ts'
import type { Invited } from './issue-invitation.ts'
import { openAccount, openAccountInput } from './open-account.ts'
import { InvitePage } from './pages/invite-page.tsx'
import { PeoplePage } from './pages/people-page.tsx'
import { PersonPage } from './pages/person-page.tsx'
import { SlipPage } from './pages/slip-page.tsx'
import { renewInvitation, renewInvitationInput } from './renew-invitation.ts'
import { withdrawInvitation } from './withdraw-invitation.ts'

async function showPeople(c: WebContext) {
  const search = c.req.query('q')?.normalize('NFC').trim() ?? ''
  const page = pageParam(c)
  const { people, total } = await peopleList(c.var.db, { search, page }, c.var.now)
  const title = words(c.var.locale).people.title
  const mayRule = isAdministrator(actorOf(c))
  return c.render(<PeoplePage {...{ people, total, search, page, mayRule }} />, {
    title,
    shell: 'workspace',
    help: 'quan-tri-nguoi-dung',
  })
}

function showInvite(c: WebContext, form: ReturnedForm) {
  const title = words(c.var.locale).invite.title
  return c.render(<InvitePage form={form} />, { title, shell: 'workspace', help: 'quan-tri-nguoi-dung' })
}

/** The slip is the answer itself: to send the browser elsewhere first, the code would have to be kept. */
async function showInvited(c: WebContext, invited: Invited, origin: string) {
  const next = personPath(invited.account)
  if (invited.code === null) return c.redirect(`${next}?da-gui=1`, 303)
  const { name, login } = found(await accountOf(c.var.db, invited.account, c.var.now))
  const { code, expiresAt } = invited
  const title = words(c.var.locale).slip.title
  return c.render(<SlipPage {...{ name, login, code, expiresAt, origin, next }} />, { title, shell: 'workspace' })
}

function invite(c: WebContext, { originOf }: IdentityPieces) {
  const origin = originOf(c)
  const again = (form: ReturnedForm) => showInvite(c, inviteFaults(form, c.var.locale))
  return answerForm(c, {
    schema: openAccountInput,
    run: async (value) =>
      showInvited(c, await openAccount(c.var.db, actorOf(c), value, { now: c.var.now, origin }), origin),
    again,
    words: ruleWords,
  })
}

/** What a keeper of accounts sees of a person's past; when someone signed in is that person's own affair. */
const keptDeeds: ReadonlySet<string> = new Set([
  'identity.invited',
  'identity.invitedAgain',
  'identity.invitationWithdrawn',
  'identity.invitationAccepted',
  'identity.addressChanged',
  'identity.roleGranted',
  'identity.roleEnded',
  'identity.accountClosed',
  'identity.left',
  'identity.invitedBack',
  'identity.recoveryOpened',
  'identity.recoveryConfirmed',
  'identity.recoveryWithdrawn',
  'identity.recoveryExpired',
  'identity.recovered',
  'identity.firstAdministratorInvited',
])

/** Why, and by which paper, where a deed had to say so. */
function groundsOf(facts: unknown): string {
  const given = Object(facts) as Record<string, unknown>
  return [given['reason'], given['document'], given['paper']].filter((one) => typeof one === 'string').join('; ')
}

async function pastOf(c: WebContext, account: string) {
  const { locale } = c.var
  const actions: Readonly<Record<string, string>> = {
    ...words(locale).actions,
    ...addressWords(locale).actions,
    ...leavingWords(locale).actions,
    ...recoveryWords(locale).actions,
  }
  const entries = await historyOf(c.var.db, account)
  return entries
    .filter((entry) => keptDeeds.has(entry.action))
    .map((entry) => ({
      at: entry.at,
      who: entry.actor_name,
      what: actions[entry.action],
      detail: groundsOf(entry.facts),
    }))
}

async function showPerson(c: WebContext, { provider }: IdentityPieces, form: ReturnedForm) {
  const { db, now } = c.var
  const actor = actorOf(c)
  const account = found(await accountOf(db, idParam(c), now))
  await noteView(db, actor, { kind: 'account', id: account.id }, now)
  const invitations = (await invitationsOf(db, account.id)).map((row) => ({ ...row, state: invitationState(row, now) }))
  const mayHandle = mayHandleInvitation(actor, account)
  const may = {
    invite: mayHandle && account.state === 'invited',
    withdraw: mayHandle && invitations.some((row) => row.used_at === null && row.withdrawn_at === null),
    grant: mayGrantTenantRole(actor, account.id) && account.state !== 'closed',
    endRole: mayEndTenantRole(actor),
    changeAddress: mayChangeAddress(actor) && account.state !== 'closed',
    letGo: mayLetGo(actor, account.id, []) && account.state !== 'closed',
    inviteBack: mayHandle && account.state === 'closed',
    recover: account.state === 'active' && account.id !== actor.account,
    expect: provider !== undefined && account.state === 'active' && mayExpectIdentity(actor, account.id),
  }
  const page = (
    <PersonPage
      {...{ account, invitations, may, form }}
      history={await pastOf(c, account.id)}
      isSteppedUp={hasSteppedUp(actor, now)}
      isSent={c.req.query('da-gui') === '1'}
    />
  )
  return c.render(page, { title: account.name, shell: 'workspace', help: 'quan-tri-nguoi-dung' })
}

/** A form on a person's page: its command's refusal stands on that page. */
const onPerson =
  <Schema extends z.ZodType>(
    pieces: IdentityPieces,
    schema: Schema,
    run: (c: WebContext, value: z.output<Schema>) => Promise<string | Response>,
  ) =>
  (c: WebContext) =>
    answerForm(c, {
      schema,
      run: (value) => run(c, value),
      again: (form) => showPerson(c, pieces, form),
      words: ruleWords,
    })

const nothing = z.object({})

const renew = (pieces: IdentityPieces) =>
  onPerson(pieces, renewInvitationInput.pick({ way: true }), async (c, { way }) => {
    const origin = pieces.originOf(c)
    const input = { account: idParam(c), way }
    return showInvited(c, await renewInvitation(c.var.db, actorOf(c), input, { now: c.var.now, origin }), origin)
  })

const withdraw = (pieces: IdentityPieces) =>
  onPerson(pieces, nothing, async (c) => {
    await withdrawInvitation(c.var.db, actorOf(c), { account: idParam(c) }, c.var.now)
    return personPath(idParam(c))
  })

const grant = (pieces: IdentityPieces) =>
  onPerson(pieces, grantTenantRoleInput.pick({ role: true }), async (c, { role }) => {
    await grantTenantRole(c.var.db, actorOf(c), { account: idParam(c), role }, c.var.now)
    return personPath(idParam(c))
  })

const end = (pieces: IdentityPieces) =>
  onPerson(pieces, nothing, async (c) => {
    const { role } = found(endTenantRoleInput.pick({ role: true }).safeParse({ role: param(c, 'role') }).data)
    await endTenantRole(c.var.db, actorOf(c), { account: idParam(c), role }, c.var.now)
    return personPath(idParam(c))
  })

const back = (pieces: IdentityPieces) =>
  onPerson(pieces, inviteBackInput.pick({ way: true }), async (c, { way }) => {
    const { originOf, unitsOf } = pieces
    const origin = originOf(c)
    const input = { account: idParam(c), way }
    return showInvited(c, await inviteBack(c.var.db, actorOf(c), input, { now: c.var.now, origin, unitsOf }), origin)
  })

/** The people of the tenant as their keepers see them, and invitations as the invited do. */
export const peopleRoutes = (pieces: IdentityPieces): Route[] => [
  ...invitationRoutes(pieces),
  get(peoplePath, maySeePeople, showPeople),
  get(invitePath, mayInvite, (c) => showInvite(c, emptyForm)),
  post(peoplePath, mayInvite, (c) => invite(c, pieces)),
  get(personPath(':id'), maySeePeople, (c) => showPerson(c, pieces, emptyForm)),
  post(renewInvitationPath(':id'), maySeePeople, renew(pieces)),
  post(withdrawInvitationPath(':id'), maySeePeople, withdraw(pieces)),
  post(grantRolePath(':id'), mayEndTenantRole, grant(pieces)),
  post(endRolePath(':id', ':role'), mayEndTenantRole, end(pieces)),
  post(inviteBackPath(':id'), maySeePeople, back(pieces)),
]
