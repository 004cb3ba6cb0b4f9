import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { yearsOfBloc, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { addDays } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { plansConferences } from './access.ts'
import { conferencePatterns, type ConferencePattern } from './conference.ts'
import { addLeaders } from './invitations/add-leaders.ts'
import { conferenceSubject } from './lock-conference.ts'
import { patternItems } from './patterns.ts'
import { personOfConference } from './queries.ts'
import { readShare } from './quorum.ts'

const chosen = () => z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional())

const clock = () =>
  z
    .string()
    .transform((text) =>
      text
        .trim()
        .replace(
          /^(\d{1,2})\s*(?:giờ|h|g|:)\s*(\d{0,2})$/u,
          (_all, hours: string, minutes: string) => `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`,
        ),
    )
    .pipe(z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u))

/** What is said of a conference, whether it is new or changed. */
export const conferenceFields = {
  title: line(300),
  heldOn: day(),
  startsAt: clock(),
  endsAt: z.preprocess((value) => (value === '' ? undefined : value), clock().optional()),
  place: optionalLine(300),
  /** The other year that it closes or opens. */
  otherYear: chosen(),
  chair: chosen(),
  chairPost: optionalLine(200),
  secretary: chosen(),
  secretaryPost: optionalLine(200),
  /** The bloc's own share, "2/3"; empty: the law's. */
  quorumShare: optionalLine(5),
  quorumSource: optionalLine(300),
}

export const planConferenceInput = z.object({
  blocYear: z.uuid(),
  pattern: z.enum(conferencePatterns),
  ...conferenceFields,
})
export type PlanConference = z.output<typeof planConferenceInput>
export type ConferenceSaid = Omit<PlanConference, 'pattern'>

/** A signing is often held in the year before, a review in the year after. */
const daysAround = 120

async function checkYears(tx: Tx, year: BlocYearRow, { heldOn, otherYear }: ConferenceSaid) {
  const [from, to] = [addDays(year.starts_on, -daysAround), addDays(year.ends_on, daysAround)]
  if (heldOn < from || heldOn > to) throw new RuleViolation('conferences.outsideYear', { from, to })
  if (otherYear === undefined) return
  const years = await yearsOfBloc(tx, year.bloc.id)
  if (otherYear === year.id || !years.some(({ id }) => id === otherYear)) {
    throw new RuleViolation('conferences.otherYearWrong')
  }
}

/** Days, times, years and the share fit together. */
export async function checkSaid(tx: Tx, year: BlocYearRow, input: ConferenceSaid): Promise<void> {
  await checkYears(tx, year, input)
  const { startsAt, endsAt, quorumShare, quorumSource, chair, secretary } = input
  if (endsAt !== undefined && endsAt <= startsAt) throw new RuleViolation('conferences.endsBeforeStart')
  if (quorumShare !== '' && readShare(quorumShare) === undefined) throw new RuleViolation('conferences.notAShare')
  if ((quorumShare === '') !== (quorumSource === '')) throw new RuleViolation('conferences.shareWithoutSource')
  if (chair !== undefined && chair === secretary) throw new RuleViolation('conferences.chairIsSecretary')
}

async function officeColumns(tx: Tx, input: ConferenceSaid, part: 'chair' | 'secretary') {
  const account = input[part]
  if (account === undefined) return { account: null, unit: null, name: '' }
  const person = await personOfConference(tx, { blocYear: input.blocYear, account, day: input.heldOn })
  if (person === undefined) throw new RuleViolation('conferences.notOfBloc')
  return person
}

/** The columns of what was said; chair and secretary are people of the bloc, with their names of now. */
export async function columnsOf(tx: Tx, input: ConferenceSaid) {
  const chair = await officeColumns(tx, input, 'chair')
  const secretary = await officeColumns(tx, input, 'secretary')
  return {
    title: input.title,
    held_on: input.heldOn,
    starts_at: input.startsAt,
    ends_at: input.endsAt ?? null,
    place: input.place,
    other_year_id: input.otherYear ?? null,
    chair_account_id: chair.account,
    chair_unit_id: chair.unit,
    chair_name: chair.name,
    chair_post: input.chairPost,
    secretary_account_id: secretary.account,
    secretary_unit_id: secretary.unit,
    secretary_name: secretary.name,
    secretary_post: input.secretaryPost,
    quorum_share: input.quorumShare,
    quorum_source: input.quorumSource,
  }
}

async function addPatternItems(tx: Tx, conference: string, pattern: ConferencePattern, year: BlocYearRow) {
  for (const [index, { paper, title, minutes, presenter, shows = 'item' }] of patternItems[pattern].entries()) {
    const item = { id: newId(), conference_id: conference }
    await tx
      .insertInto('conference_item')
      .values({ ...item, position: index + 1, title, minutes, presenter, shows })
      .execute()
    if (paper === undefined) continue
    const path = `/khoi/${year.bloc.slug}/${year.slug}/${paper.page}`
    await tx
      .insertInto('conference_paper')
      .values({ id: newId(), conference_id: conference, item_id: item.id, title: paper.title, path, position: 1 })
      .execute()
  }
}

/** The head plans a conference from a pattern: its agenda is there, and the leaders of the units are on the list. */
export async function planConference(db: Db, actor: Actor, input: PlanConference, now: Date): Promise<string> {
  demand(plansConferences(actor, input.blocYear))
  return db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    await checkSaid(tx, year, input)
    const id = newId()
    await tx
      .insertInto('conference')
      .values({
        id,
        bloc_year_id: year.id,
        pattern: input.pattern,
        ...(await columnsOf(tx, input)),
        created_by: actor.account,
        created_at: now,
      })
      .execute()
    await addPatternItems(tx, id, input.pattern, year)
    await addLeaders(tx, actor, { conference: id, year, day: input.heldOn })
    const facts = { title: input.title, day: input.heldOn }
    await record(tx, actor, now, { action: 'conferences.planned', subject: conferenceSubject(id), facts })
    return id
  })
}
