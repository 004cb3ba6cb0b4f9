import type { BlocFact, HeadFact } from '#domains/blocs/bloc-year.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import type { MandateFact } from '#domains/units/mandates/mandate.ts'
import { mandatePaths } from '#domains/units/mandates/paths.ts'
import type { Announce } from '#platform/announcements.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { keepRoadDeadlines } from './deadlines/keep-road-deadlines.ts'
import { handoverTasks } from './handover-tasks.ts'
import { closeTask, openTask } from './open-task.ts'
import { handYearOn, tellMemberEnded } from './year-tasks.ts'

type Heard = MandateFact | BlocFact
type Listener<Told> = (tx: Tx, now: Date, fact: Told) => Promise<void>

const decideKey = ({ mandate }: MandateFact) => `mandates.asked ${mandate}`
const refusedKey = ({ unit, account }: MandateFact) => `mandates.refused ${unit} ${account}`
const endingKey = ({ unit, account }: MandateFact) => `mandates.ending ${unit} ${account}`
const headKey = ({ blocYear }: HeadFact) => `blocs.headWanted ${blocYear}`

const words = ({ unitName, person }: MandateFact) => ({ unit: unitName, person })

/** Reminders of terms that are over, whoever's: the unit asks for a mandate again. */
async function closeRemindersOf(tx: Tx, now: Date, { unit }: MandateFact) {
  await tx
    .updateTable('task')
    .set({ closed_at: now })
    .where('kind', '=', 'mandates.ending')
    .where('unit_id', '=', unit)
    .where('due_on', '<', dayOf(now))
    .where('closed_at', 'is', null)
    .execute()
}

async function mandateAsked(tx: Tx, now: Date, fact: MandateFact) {
  await closeTask(tx, now, refusedKey(fact))
  await closeTask(tx, now, endingKey(fact))
  await closeRemindersOf(tx, now, fact)
  await openTask(tx, now, {
    key: decideKey(fact),
    kind: 'mandates.asked',
    tenantRole: 'authority',
    path: mandatePaths.mandate(fact.mandate),
    facts: words(fact),
  })
}

const mandateDecided = (tx: Tx, now: Date, fact: MandateFact) => closeTask(tx, now, decideKey(fact))

async function mandateRefused(tx: Tx, now: Date, fact: MandateFact) {
  await mandateDecided(tx, now, fact)
  await openTask(tx, now, {
    key: refusedKey(fact),
    kind: 'mandates.refused',
    account: fact.askedBy,
    path: mandatePaths.mandate(fact.mandate),
    facts: words(fact),
  })
}

/** The holder is told, unless it was the holder who ended it. */
async function mandateEnded(tx: Tx, now: Date, fact: MandateFact) {
  await closeTask(tx, now, endingKey(fact))
  if (fact.by === fact.account) return
  await openTask(tx, now, {
    key: `mandates.ended ${fact.mandate}`,
    kind: 'mandates.ended',
    account: fact.account,
    path: mandatePaths.mandate(fact.mandate),
    facts: { ...words(fact), over: fact.over },
  })
}

/** The unit asks for a new mandate in time; the task closes itself when one is asked for. */
async function mandateEnding(tx: Tx, now: Date, fact: MandateFact) {
  await openTask(tx, now, {
    key: endingKey(fact),
    kind: 'mandates.ending',
    unit: fact.unit,
    path: mandatePaths.ask(fact.unit),
    facts: { ...words(fact), over: fact.over },
    dueOn: addDays(fact.over, -1),
  })
}

async function certificateRevoked(tx: Tx, now: Date, fact: MandateFact) {
  if (fact.by === fact.account) return
  await openTask(tx, now, {
    key: `mandates.certificateRevoked ${fact.mandate}`,
    kind: 'mandates.certificateRevoked',
    account: fact.account,
    path: mandatePaths.mandate(fact.mandate),
    facts: words(fact),
  })
}

async function headWanted(tx: Tx, now: Date, fact: HeadFact) {
  await openTask(tx, now, {
    key: headKey(fact),
    kind: 'blocs.headWanted',
    tenantRole: 'authority',
    blocYear: fact.blocYear,
    path: blocPaths.offices(fact.blocSlug, fact.yearSlug),
    facts: { bloc: fact.blocName, year: fact.yearSlug.replace('-', '–') },
  })
}

const forMandates: Record<MandateFact['name'], Listener<MandateFact>> = {
  'mandates.asked': mandateAsked,
  'mandates.confirmed': mandateDecided,
  'mandates.refused': mandateRefused,
  'mandates.withdrawn': mandateDecided,
  'mandates.ended': mandateEnded,
  'mandates.ending': mandateEnding,
  'mandates.certificateRevoked': certificateRevoked,
}

const forHeads: Record<HeadFact['name'], Listener<HeadFact>> = {
  'blocs.headWanted': headWanted,
  'blocs.headAppointed': (tx, now, fact) => closeTask(tx, now, headKey(fact)),
}

/** Which tasks open and close when lower domains tell what happened. */
export const tasksForFacts: Announce<Heard> = async (tx, now, fact) => {
  if ('mandate' in fact) await forMandates[fact.name](tx, now, fact)
  else if (fact.name === 'blocs.memberEnded') await tellMemberEnded(tx, now, fact)
  else if (fact.name === 'blocs.yearClosed') await handYearOn(tx, now, fact)
  else if (fact.name === 'blocs.roadMoved') await keepRoadDeadlines(tx, now, fact.blocYear)
  else if ('giving' in fact) await handoverTasks(tx, now, fact)
  else await forHeads[fact.name](tx, now, fact)
}
