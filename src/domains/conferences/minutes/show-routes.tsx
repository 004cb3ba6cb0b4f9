import { historyOf } from '#capabilities/audit/history.ts'
import { tellHistory } from '#capabilities/audit/tell-history.ts'
import { documentById } from '#capabilities/signatures/keeping/documents.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import { seatFor } from '#domains/units/mandates/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { ReturnedForm } from '#platform/answer-form.ts'
import { dayOf, isPast } from '#platform/clock.ts'
import { found } from '#platform/errors.ts'
import { emptyForm } from '#platform/form.ts'
import { param } from '#platform/param.ts'
import type { WebContext } from '#platform/web.ts'
import { mayAcceptDraft, mayKeepMinutes, mayRequestCorrection } from './access.ts'
import { gatherMinutes } from './gather-minutes.ts'
import { minutesCan, type CanonicalMinutes } from './minutes.ts'
import { MinutesPage } from './pages/minutes-page.tsx'
import { StartPage } from './pages/start-page.tsx'
import { assentsOf, correctionsOf, draftsOf, passagesOfMinutes, signersOfMinutes, type MinutesRow } from './queries.ts'
import { minutesHead, readMinutesPlace, type MinutesPlace } from './read-minutes.ts'
import { words } from './words.ts'

interface Own {
  actor: Actor
  unit: string | undefined
  hasAssented: boolean
  today: string
}

function maySay(minutes: MinutesRow, { actor, unit, hasAssented, today }: Own) {
  const isOpen = minutesCan('correct', minutes) && !isPast(minutes.respond_by ?? '', today)
  return {
    correct: isOpen && unit !== undefined && mayRequestCorrection(actor, minutes, unit),
    assent:
      minutesCan('correct', minutes) && unit !== undefined && !hasAssented && mayAcceptDraft(actor, minutes, unit),
  }
}

async function maySignNow(c: WebContext, actor: Actor, minutes: MinutesRow): Promise<boolean> {
  if (!minutesCan('sign', minutes)) return false
  const places = await signersOfMinutes(c.var.db, minutes.id)
  const seat = await seatFor(c.var.db, actor, places, { day: dayOf(c.var.now), allowsSubstitute: false })
  return seat?.place.state === 'waiting'
}

async function mayDo(c: WebContext, { actor, conference, ownUnit }: MinutesPlace, minutes: MinutesRow) {
  const keeps = mayKeepMinutes(actor, conference)
  const assents = await assentsOf(c.var.db, minutes)
  const hasAssented = assents.some(({ unit, hasAssented: has }) => has && unit === ownUnit)
  const own = { actor, unit: ownUnit, hasAssented, today: dayOf(c.var.now) }
  return {
    keep: keeps,
    write: keeps && minutesCan('write', minutes),
    send: keeps && minutesCan('send', minutes) && conference.state === 'closed',
    freeze: keeps && minutesCan('freeze', minutes),
    withdraw: keeps && minutesCan('withdraw', minutes),
    sign: await maySignNow(c, actor, minutes),
    ...maySay(minutes, own),
  }
}

const textOfFixed = ({ canonical_text: text }: MinutesRow) =>
  text === null ? null : (JSON.parse(text) as CanonicalMinutes).passages

async function renderOne(c: WebContext, place: MinutesPlace, minutes: MinutesRow, refused?: string) {
  const { db, now, locale, tenant } = c.var
  const isDraft = minutesCan('write', minutes) || minutesCan('freeze', minutes)
  const gathered = isDraft ? await gatherMinutes(db, minutes.id, { now, tenantName: tenant.name }) : undefined
  const t = words(locale)
  const props = {
    ...place,
    minutes,
    passages: await passagesOfMinutes(db, minutes.id),
    fixed: textOfFixed(minutes),
    missing: gathered?.missing ?? [],
    corrections: await correctionsOf(db, minutes.id),
    assents: await assentsOf(db, minutes),
    drafts: await draftsOf(db, minutes.id),
    signers: await signersOfMinutes(db, minutes.id),
    code: minutes.document_id === null ? null : (await documentById(db, minutes.document_id)).code,
    history: tellHistory(await historyOf(db, minutes.id), t.deeds),
    may: await mayDo(c, place, minutes),
    today: dayOf(now),
    refused,
  }
  return c.render(<MinutesPage {...props} />, minutesHead(place, t.titleOf(place.conference.title)))
}

async function showStart(c: WebContext, place: MinutesPlace, form: ReturnedForm) {
  const { actor, year, conference, at } = place
  const isHeld = conference.state === 'opened' || conference.state === 'closed'
  const members = await membersOn(c.var.db, year.id, conference.held_on)
  const mayStart = isHeld && mayKeepMinutes(actor, conference)
  // One for each unit and one for the authority.
  const props = { year, conference, at, mayStart, copies: members.length + 1, form }
  return c.render(<StartPage {...props} />, minutesHead(place, words(c.var.locale).titleOf(conference.title)))
}

/** The newest version, or how to begin; `form` is one that came back. */
export async function showMinutes(c: WebContext, form: ReturnedForm = emptyForm) {
  const place = await readMinutesPlace(c)
  const [newest] = place.versions
  if (newest === undefined) return showStart(c, place, form)
  const faults = form.errors.map(({ message }) => message).join(' ')
  return renderOne(c, place, newest, form.refused ?? (faults === '' ? undefined : faults))
}

export async function showVersion(c: WebContext) {
  const place = await readMinutesPlace(c)
  const minutes = found(place.versions.find(({ version }) => String(version) === param(c, 'version')))
  return renderOne(c, place, minutes)
}
