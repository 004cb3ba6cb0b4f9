import { activities, example, promised } from '../../../db/seed/nam-dinh-year.ts'
import { deputyUnit, headUnit } from '../../../db/seed/nam-dinh.ts'
import { adoptPromises } from '#domains/agreement/promises/adopt-promises.ts'
import { clausesOfAgreement } from '#domains/agreement/queries.ts'
import { planActivity } from '#domains/movements/activities/plan-activity.ts'
import { reportActivity } from '#domains/movements/activities/report-activity.ts'
import { confirmExample } from '#domains/movements/examples/confirm-example.ts'
import { nominateExample } from '#domains/movements/examples/nominate-example.ts'
import { publishExample } from '#domains/movements/examples/publish-example.ts'
import { recordReplication } from '#domains/movements/examples/record-replication.ts'
import { addDays } from '#platform/clock.ts'
import { newId } from '#platform/id.ts'
import { at, keys, leader, unitOf, type Story } from './tell-year.ts'

/** The promises of the signed agreement become what is counted: its movements, and the targets they stand for. */
async function tellPromises(story: Story, agreement: string) {
  const clauses = await clausesOfAgreement(story.db, agreement)
  const choices = clauses.flatMap(({ id, section, position }) => {
    if (section === 'movement') return [{ clause: id, choice: 'make' }]
    const code = section === 'commitment' ? promised[position] : undefined
    return code === undefined ? [] : [{ clause: id, choice: story.targets.get(code) ?? 'none' }]
  })
  await adoptPromises(story.db, leader(story, headUnit), { agreement, choices }, story.now)
}

async function tellActivities(story: Story) {
  const blocYear = story.year.id
  for (const { unit, on, participants, money, result, ...said } of activities) {
    const actor = leader(story, unit)
    const planned = { ...said, blocYear, startsOn: on, endsOn: undefined, chargeUnit: unitOf(story, unit) }
    const units = keys.map((key) => unitOf(story, key))
    const chosen = { ...planned, chargePerson: '', greatDay: undefined, movement: undefined, units }
    const activity = await planActivity(story.db, actor, chosen, at(addDays(on, -20)))
    const report = { id: newId(), blocYear, activity, heldOn: on, participants, money, result, reason: '' }
    await reportActivity(story.db, actor, report, at(addDays(on, 2)))
  }
}

async function tellExample(story: Story) {
  const blocYear = story.year.id
  const { unit, name, place, story: text, replicatedBy, replicatedOn, replicatedWhere, result } = example
  const nominated = { blocYear, unit: unitOf(story, unit), kind: 'model', movement: undefined, name, place } as const
  const consent = { story: text, consentOn: undefined, consentWay: '' }
  const actor = leader(story, unit)
  const id = await nominateExample(story.db, actor, { ...nominated, ...consent }, at('2023-06-12'))
  const one = { blocYear, example: id }
  await confirmExample(story.db, leader(story, deputyUnit), one, at('2023-06-20'))
  await publishExample(story.db, leader(story, deputyUnit), { ...one, isPublic: true }, at('2023-06-21'))
  const copied = { ...one, unit: unitOf(story, replicatedBy), who: '', place: replicatedWhere, replicatedOn, result }
  await recordReplication(story.db, leader(story, replicatedBy), copied, at(addDays(replicatedOn, 5)))
}

/** What a bloc does beside its figures: movements of the agreement, joint activities, an example and who followed it. */
export async function tellLife(story: Story, agreement: string): Promise<void> {
  await tellActivities(story)
  await tellExample(story)
  await tellPromises(story, agreement)
}
