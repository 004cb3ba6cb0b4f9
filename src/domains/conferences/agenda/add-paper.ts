import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { yearById } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { line } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'
import { itemsOf } from '../queries.ts'

export const addPaperInput = z.object({
  conference: z.uuid(),
  item: z.uuid(),
  title: line(200),
  /** An address of this site, whole or only its path. */
  address: line(500),
})
export type AddPaper = z.output<typeof addPaperInput>

/** The path of an address of ours within the bloc; whatever leads elsewhere is none. */
function pathOfPaper(address: string, { site, bloc }: { site: string; bloc: string }): string | undefined {
  if (!URL.canParse(address, site)) return undefined
  const url = new URL(address, site)
  const isOurs = url.origin === new URL(site).origin && url.pathname.startsWith(`/khoi/${bloc}/`)
  return isOurs ? url.pathname : undefined
}

/** A record of ours lies on the table under an item: its page, by its address. Who may read it, its own page decides. */
export async function addPaper(
  db: Db,
  actor: Actor,
  input: AddPaper,
  { now, site }: { now: Date; site: string },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'arrange')
    const item = found((await itemsOf(tx, conference.id)).find(({ id }) => id === input.item))
    const { bloc } = await yearById(tx, conference.bloc_year_id)
    const path = pathOfPaper(input.address, { site, bloc: bloc.slug })
    if (path === undefined) throw new RuleViolation('conferences.paperElsewhere')
    await tx
      .insertInto('conference_paper')
      .values({
        id: newId(),
        conference_id: conference.id,
        item_id: item.id,
        title: input.title,
        path,
        position: item.papers.length + 1,
      })
      .execute()
    const facts = { title: conference.title, paper: input.title }
    await record(tx, actor, now, { action: 'conferences.paperAdded', subject: conferenceSubject(conference.id), facts })
  })
}
