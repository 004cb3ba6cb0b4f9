import { dayOf } from '#platform/clock.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { emptyForm, line } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayNamePerson } from '../access.ts'
import { unitPaths } from '../paths.ts'
import type { UnitPieces } from '../pieces.ts'
import { accountOfLogin, peopleOfUnit, unitById } from '../queries.ts'
import { unitRuleWords } from '../rule-words.ts'
import { unitRoleNames } from '../unit.ts'
import { words } from '../words.ts'
import { addUnitRole, addUnitRoleInput } from './add-unit-role.ts'
import { endUnitRole, endUnitRoleInput } from './end-unit-role.ts'
import { inviteOfficer, inviteOfficerInput } from './invite-officer.ts'
import { AddRolePage, EndRolePage, InvitePage, SlipPage } from './pages/people-pages.tsx'

const head = (title: string) => ({ title, shell: 'workspace' as const, help: 'don-vi' })
const today = (c: WebContext) => dayOf(c.var.now)

/** The unit of the address, for whoever may name officers there. */
async function unitForNaming(c: WebContext) {
  const unit = await unitById(c.var.db, idParam(c), today(c))
  demand(mayNamePerson(actorOf(c), unit.id, 'officer'))
  return unit
}

async function showAddRole(c: WebContext, form: ReturnedForm = emptyForm) {
  const unit = await unitForNaming(c)
  const roles = unitRoleNames.filter((role) => mayNamePerson(actorOf(c), unit.id, role))
  return c.render(
    <AddRolePage locale={c.var.locale} unit={unit} form={form} roles={roles} />,
    head(words(c.var.locale).addPerson),
  )
}

async function addRole(c: WebContext) {
  const unit = await unitForNaming(c)
  return answerForm(c, {
    schema: addUnitRoleInput.pick({ role: true, fromOn: true }).extend({ login: line(120) }),
    run: async ({ login, ...input }) => {
      const account = await accountOfLogin(c.var.db, login)
      if (account === undefined) throw new RuleViolation('units.noSuchLogin')
      await addUnitRole(c.var.db, actorOf(c), { ...input, account, unit: unit.id }, c.var.now)
      return unitPaths.unit(unit.id)
    },
    again: (form) => showAddRole(c, form),
    words: unitRuleWords,
  })
}

async function showInvite(c: WebContext, form: ReturnedForm = emptyForm) {
  const unit = await unitForNaming(c)
  return c.render(<InvitePage locale={c.var.locale} unit={unit} form={form} />, head(words(c.var.locale).invitePerson))
}

const invite = (pieces: UnitPieces) => async (c: WebContext) => {
  const { db, now, locale } = c.var
  const unit = await unitForNaming(c)
  const origin = pieces.originOf(c)
  return answerForm(c, {
    schema: inviteOfficerInput,
    run: async (input) => {
      const invited = await inviteOfficer(db, actorOf(c), { ...input, unit: unit.id }, { now, origin })
      const { code } = invited
      if (code === null) return unitPaths.unit(unit.id)
      const slip = { locale, unit, name: input.fullName, login: input.login, invited: { ...invited, code }, origin }
      return c.render(<SlipPage {...slip} />, head(words(locale).slipTitle(input.fullName)))
    },
    again: (form) => showInvite(c, form),
    words: unitRuleWords,
  })
}

async function showEndRole(c: WebContext, form: ReturnedForm = emptyForm) {
  const unit = await unitById(c.var.db, idParam(c), today(c))
  const people = await peopleOfUnit(c.var.db, unit.id, today(c))
  const role = found(people.find((person) => person.id === idParam(c, 'role')))
  demand(mayNamePerson(actorOf(c), unit.id, role.role))
  return c.render(
    <EndRolePage locale={c.var.locale} unit={unit} form={form} role={role} />,
    head(words(c.var.locale).endRoleTitle(role.full_name)),
  )
}

const endRole = (c: WebContext) =>
  answerForm(c, {
    schema: endUnitRoleInput.omit({ id: true }),
    run: async (input) => {
      await endUnitRole(c.var.db, actorOf(c), { ...input, id: idParam(c, 'role') }, c.var.now)
      return unitPaths.unit(idParam(c))
    },
    again: (form) => showEndRole(c, form),
    words: unitRuleWords,
  })

export const peopleRoutes = (pieces: UnitPieces): Route[] => [
  get(unitPaths.addRole(':id'), 'signed-in', (c) => showAddRole(c)),
  post(unitPaths.addRole(':id'), 'signed-in', addRole),
  get(unitPaths.invite(':id'), 'signed-in', (c) => showInvite(c)),
  post(unitPaths.invite(':id'), 'signed-in', invite(pieces)),
  get(unitPaths.endRole(':id', ':role'), 'signed-in', (c) => showEndRole(c)),
  post(unitPaths.endRole(':id', ':role'), 'signed-in', endRole),
]
