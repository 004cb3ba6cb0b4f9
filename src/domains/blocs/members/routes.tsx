import { z } from 'zod'
import { findUnits } from '#domains/units/queries.ts'
import { answerForm, type ReturnedForm } from '#platform/answer-form.ts'
import { dayOf } from '#platform/clock.ts'
import { Conflict, demand, found } from '#platform/errors.ts'
import { emptyForm, readForm } from '#platform/form.ts'
import { idParam } from '#platform/param.ts'
import { actorOf, get, post, type Route, type WebContext } from '#platform/web.ts'
import { mayAppoint, mayChangeMembers, mayNameSecretary, mayOrderMembers } from '../access.ts'
import { dayWithin } from '../bloc-year.ts'
import { openChangesFor } from '../handover/routes.tsx'
import { blocPaths } from '../paths.ts'
import type { BlocPieces } from '../pieces.ts'
import { membersOn, pastOfYear, type BlocYearRow } from '../queries.ts'
import { secretariesOf } from './queries.ts'
import { readYear, yearHead } from '../read-year.ts'
import { words } from '../words.ts'
import { admitMember, admitMemberInput } from './admit-member.ts'
import { appointOffice, appointOfficeInput } from './appoint-office.ts'
import { endMembership, endMembershipInput } from './end-membership.ts'
import { endOffice, endOfficeInput } from './end-office.ts'
import { endSecretary } from './end-secretary.ts'
import { nameSecretary, nameSecretaryInput, peopleOfMembers } from './name-secretary.ts'
import { orderMembers } from './order-members.ts'
import { EndMembershipPage, MembersPage } from './pages/members-page.tsx'
import { EndOfficePage, OfficesPage } from './pages/offices-page.tsx'

const today = (c: WebContext) => dayOf(c.var.now)
const ruleWords = { blocs: words }
const membersPath = (year: BlocYearRow) => blocPaths.members(year.bloc.slug, year.slug)
const officesPath = (year: BlocYearRow) => blocPaths.offices(year.bloc.slug, year.slug)

async function showMembers(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, locale } = c.var
  const actor = actorOf(c)
  const year = await readYear(c)
  const text = c.req.query('q') ?? ''
  const change = mayChangeMembers(actor)
  const day = dayWithin(today(c), year)
  const none = { units: [], total: 0 }
  const props = {
    locale,
    year,
    members: await membersOn(db, year.id, today(c)),
    ended: (await pastOfYear(db, year.id, today(c))).ended,
    may: { change, order: mayOrderMembers(actor, year.id) },
    search: { text, ...(change ? await findUnits(db, { text, day, status: 'active', size: 50 }) : none) },
    form,
  }
  return c.render(<MembersPage {...props} />, yearHead(year, words(locale).members))
}

async function admit(c: WebContext) {
  const year = await readYear(c)
  return answerForm(c, {
    schema: admitMemberInput.omit({ blocYear: true }),
    run: async (input) => {
      await admitMember(c.var.db, actorOf(c), { ...input, blocYear: year.id }, c.var.now)
      return membersPath(year)
    },
    again: (form) => showMembers(c, form),
    words: ruleWords,
  })
}

/** Changes places with the member above; if the list has changed meanwhile, nothing moves. */
async function rise(c: WebContext) {
  const year = await readYear(c)
  demand(mayOrderMembers(actorOf(c), year.id))
  const form = await readForm(c, z.object({ membership: z.uuid() }))
  const members = (await membersOn(c.var.db, year.id, today(c))).filter((member) => member.to_on === null)
  const order = members.map((member) => member.membership)
  const place = form.ok ? order.indexOf(form.value.membership) : -1
  const [above, risen] = order.slice(Math.max(place - 1, 0), place + 1)
  if (above === undefined) throw new Conflict('blocs.membersChanged')
  if (risen !== undefined) {
    const memberships = order.toSpliced(place - 1, 2, risen, above)
    await orderMembers(c.var.db, actorOf(c), { blocYear: year.id, memberships }, c.var.now)
  }
  return c.redirect(membersPath(year), 303)
}

async function showEndMembership(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, locale } = c.var
  const year = await readYear(c)
  demand(mayChangeMembers(actorOf(c)))
  const members = await membersOn(db, year.id, today(c))
  const member = found(members.find((each) => each.membership === idParam(c)))
  return c.render(
    <EndMembershipPage locale={locale} year={year} member={member} form={form} />,
    yearHead(year, words(locale).endMembershipTitle(member.short_name)),
  )
}

const endMember =
  ({ announce }: BlocPieces) =>
  async (c: WebContext) => {
    const { db, now } = c.var
    const year = await readYear(c)
    return answerForm(c, {
      schema: endMembershipInput.omit({ blocYear: true, id: true }),
      run: async (input) => {
        await endMembership(db, actorOf(c), { ...input, blocYear: year.id, id: idParam(c) }, { now, announce })
        return membersPath(year)
      },
      again: (form) => showEndMembership(c, form),
      words: ruleWords,
    })
  }

async function showOffices(c: WebContext, forms: { form?: ReturnedForm; secretaryForm?: ReturnedForm } = {}) {
  const { db, locale } = c.var
  const actor = actorOf(c)
  const year = await readYear(c)
  const props = {
    locale,
    year,
    members: await membersOn(db, year.id, today(c)),
    offices: (await pastOfYear(db, year.id, today(c))).offices,
    openChanges: await openChangesFor(c, year),
    secretaries: await secretariesOf(db, year.id),
    people: await peopleOfMembers(db, year.id, today(c)),
    may: { appoint: mayAppoint(actor, year.id), nameSecretary: mayNameSecretary(actor, year.id) },
    form: forms.form ?? emptyForm,
    secretaryForm: forms.secretaryForm ?? emptyForm,
  }
  return c.render(<OfficesPage {...props} />, yearHead(year, words(locale).officesTitle))
}

const appoint =
  ({ announce }: BlocPieces) =>
  async (c: WebContext) => {
    const { db, now } = c.var
    const year = await readYear(c)
    return answerForm(c, {
      schema: appointOfficeInput.omit({ blocYear: true }),
      run: async (input) => {
        await appointOffice(db, actorOf(c), { ...input, blocYear: year.id }, { now, announce })
        return officesPath(year)
      },
      again: (form) => showOffices(c, { form }),
      words: ruleWords,
    })
  }

async function showEndOffice(c: WebContext, form: ReturnedForm = emptyForm) {
  const { db, locale } = c.var
  const year = await readYear(c)
  demand(mayAppoint(actorOf(c), year.id))
  const { offices } = await pastOfYear(db, year.id, today(c))
  const term = found(offices.find((each) => each.id === idParam(c)))
  return c.render(
    <EndOfficePage locale={locale} year={year} term={term} form={form} />,
    yearHead(year, words(locale).endOffice),
  )
}

const endTerm =
  ({ announce }: BlocPieces) =>
  async (c: WebContext) => {
    const { db, now } = c.var
    const year = await readYear(c)
    return answerForm(c, {
      schema: endOfficeInput.omit({ blocYear: true, id: true }),
      run: async (input) => {
        await endOffice(db, actorOf(c), { ...input, blocYear: year.id, id: idParam(c) }, { now, announce })
        return officesPath(year)
      },
      again: (form) => showEndOffice(c, form),
      words: ruleWords,
    })
  }

async function addSecretary(c: WebContext) {
  const year = await readYear(c)
  return answerForm(c, {
    schema: nameSecretaryInput.omit({ blocYear: true }),
    run: async (input) => {
      await nameSecretary(c.var.db, actorOf(c), { ...input, blocYear: year.id }, c.var.now)
      return officesPath(year)
    },
    again: (secretaryForm) => showOffices(c, { secretaryForm }),
    words: ruleWords,
  })
}

async function letSecretaryGo(c: WebContext) {
  const year = await readYear(c)
  await endSecretary(c.var.db, actorOf(c), { blocYear: year.id, id: idParam(c) }, c.var.now)
  return c.redirect(officesPath(year), 303)
}

/** `anyYear` is what stands for a year in a pattern. */
export const memberRoutes = (pieces: BlocPieces, anyYear: string): Route[] => [
  get(blocPaths.members(':bloc', anyYear), 'signed-in', (c) => showMembers(c)),
  post(blocPaths.members(':bloc', anyYear), 'signed-in', admit),
  post(blocPaths.memberRise(':bloc', anyYear), 'signed-in', rise),
  get(blocPaths.memberEnd(':bloc', anyYear, ':id'), 'signed-in', (c) => showEndMembership(c)),
  post(blocPaths.memberEnd(':bloc', anyYear, ':id'), 'signed-in', endMember(pieces)),
  get(blocPaths.offices(':bloc', anyYear), 'signed-in', (c) => showOffices(c)),
  post(blocPaths.offices(':bloc', anyYear), 'signed-in', appoint(pieces)),
  get(blocPaths.officeEnd(':bloc', anyYear, ':id'), 'signed-in', (c) => showEndOffice(c)),
  post(blocPaths.officeEnd(':bloc', anyYear, ':id'), 'signed-in', endTerm(pieces)),
  post(blocPaths.secretary(':bloc', anyYear), 'signed-in', addSecretary),
  post(blocPaths.secretaryEnd(':bloc', anyYear, ':id'), 'signed-in', letSecretaryGo),
]
