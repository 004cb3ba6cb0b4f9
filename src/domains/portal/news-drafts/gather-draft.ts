import { clausesOfAgreement, liveAgreement, signersOf } from '#domains/agreement/queries.ts'
import { yearById } from '#domains/blocs/queries.ts'
import { activityOf } from '#domains/movements/activities/queries.ts'
import { movementOf } from '#domains/movements/register/queries.ts'
import { documentById } from '#capabilities/signatures/keeping/documents.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { found } from '#platform/errors.ts'
import { printCode } from '#platform/id.ts'
import { noLinks, type NewsContent } from '../news/article.ts'
import { composeActivity, composeConference, composeMovement, composeSigning, type Draft } from './compose.ts'
import type { DraftSource } from './draft-source.ts'

type Gather = (db: Db | Tx, blocYear: string, id: string) => Promise<Draft>

const linked = (draft: Draft, links: Partial<NewsContent['links']>): Draft => ({
  ...draft,
  content: { ...draft.content, links: { ...noLinks, ...links } },
})

const ofActivity: Gather = async (db, blocYear, id) => {
  const activity = await activityOf(db, blocYear, id)
  const { report } = activity
  const draft = composeActivity({
    title: activity.title,
    plan: activity.plan,
    place: activity.place,
    heldOn: activity.held_on,
    chargeUnit: activity.charge_unit,
    units: activity.units.map(({ name }) => name),
    greatDay: activity.great_day,
    movement: activity.movement_title,
    participants: report?.participants ?? null,
    money: report?.money?.replace('.', ',') ?? null,
    result: report?.result ?? '',
  })
  return linked(draft, { activity: id, movement: activity.movement_id })
}

const ofMovement: Gather = async (db, blocYear, id) => {
  const movement = await movementOf(db, blocYear, id)
  const draft = composeMovement({
    ...movement,
    documentNumber: movement.document_number,
    documentOn: movement.document_on,
    launchedOn: movement.launched_on,
    fromOn: movement.from_on,
    toOn: movement.to_on,
  })
  return linked(draft, { movement: id })
}

const ofAgreement: Gather = async (db, blocYear, id) => {
  const agreement = found(await liveAgreement(db, blocYear))
  found(agreement.id === id && agreement.document_id !== null ? id : null)
  const [year, signers] = [await yearById(db, blocYear), await signersOf(db, id)]
  const clauses = await clausesOfAgreement(db, id)
  const signed = signers.filter(({ state }) => state === 'signed')
  const document = await documentById(db, found(agreement.document_id))
  return composeSigning({
    bloc: year.bloc.name,
    year: year.label,
    title: agreement.title,
    theme: agreement.theme,
    signingOn: agreement.signing_on,
    place: agreement.place,
    units: signers.map(({ unit_name }) => unit_name),
    signed: signed.length,
    head: signers.find(({ office }) => office === 'head')?.unit_name ?? null,
    commitments: clauses.filter(({ section }) => section === 'commitment').map(({ text }) => text),
    code: agreement.state === 'signed' ? printCode(document.code) : null,
  })
}

const ofConference: Gather = async (db, blocYear, id) => {
  const held = db.selectFrom('conference').selectAll().where('id', '=', id).where('bloc_year_id', '=', blocYear)
  const conference = found(await held.executeTakeFirst())
  const texts = (rows: readonly { text: string }[]) => rows.map(({ text }) => text)
  const items = db.selectFrom('conference_item').select('title as text').where('conference_id', '=', id)
  const decisions = db.selectFrom('conference_decision').select('text').where('conference_id', '=', id)
  const draft = composeConference({
    title: conference.title,
    heldOn: conference.held_on,
    place: conference.place,
    chair: conference.chair_name,
    secretary: conference.secretary_name,
    voters: conference.opened_voters,
    present: conference.opened_present,
    proxy: conference.opened_proxy,
    items: texts(await items.orderBy('position').execute()),
    decisions: texts(await decisions.orderBy('position').execute()),
  })
  return linked(draft, { conference: id })
}

const gatherers: Readonly<Record<DraftSource, Gather>> = {
  activity: ofActivity,
  movement: ofMovement,
  agreement: ofAgreement,
  conference: ofConference,
}

/** The first text of an article about a record of a bloc-year, by the rule of its kind. */
export const gatherDraft = (
  db: Db | Tx,
  blocYear: string,
  { kind, id }: { kind: DraftSource; id: string },
): Promise<Draft> => gatherers[kind](db, blocYear, id)
