import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { day, line, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayEditNews } from '../news/access.ts'
import { consentWays } from '../news/article.ts'
import { lockArticle, newsSubject } from '../news/lock-article.ts'
import { livePictures } from './queries.ts'

export const recordConsentInput = z.object({
  article: z.uuid(),
  /** In which picture the person is seen; of a person who is named in the text, none. */
  picture: z.preprocess((text) => (text === '' ? undefined : text), z.uuid().optional()),
  person: line(200),
  way: z.enum(consentWays),
  givenOn: day(),
  note: optionalLine(300),
})
export type RecordConsent = z.output<typeof recordConsentInput>

/** Who agreed to be shown or named, how and when. Whom it names stays out of the log. */
export async function recordConsent(db: Db, actor: Actor, input: RecordConsent, now: Date): Promise<void> {
  const { article: id, picture = null, person, way, givenOn, note } = input
  await db.transaction().execute(async (tx) => {
    const article = await lockArticle(tx, actor, { id, may: mayEditNews })
    if (givenOn > dayOf(now)) throw new RuleViolation('news.consentInFuture')
    const pictures = await livePictures(tx, id)
    if (picture !== null && !pictures.some((one) => one.id === picture)) throw new RuleViolation('news.pictureGone')
    const recorded = { recorded_by: actor.account, recorder_name: actor.name, recorded_at: now }
    await tx
      .insertInto('news_consent')
      .values({ id: newId(), article_id: id, picture_id: picture, person, way, given_on: givenOn, note, ...recorded })
      .execute()
    const facts = { title: article.title, way }
    await record(tx, actor, now, { action: 'news.consentRecorded', subject: newsSubject(id), facts })
  })
}
