import { articles, waitingArticle, type SeedArticle } from '../../../db/seed/nam-dinh-news.ts'
import { sizePicture } from '#capabilities/pictures/size-picture.ts'
import { activitiesOf } from '#domains/movements/activities/queries.ts'
import { addArticle } from '#domains/portal/news/add-article.ts'
import { publishArticle } from '#domains/portal/news/publish-article.ts'
import { saveArticle, saveArticleInput } from '#domains/portal/news/save-article.ts'
import { sendArticle } from '#domains/portal/news/send-article.ts'
import { addPicture, type PicturePieces } from '#domains/portal/news-pictures/add-picture.ts'
import type { Actor } from '#platform/actor.ts'
import { bytesOf } from '#platform/content.ts'
import type { FileStore } from '#platform/files.ts'
import { drawScene } from './draw-scene.ts'
import { authority, officer } from './sample-people.ts'
import { actorNamed } from './tell-people.ts'
import { at, leader, unitOf, type Story } from './tell-year.ts'

/** Our own drawings need no process of their own to be looked at in. */
const ownPictures: PicturePieces['pictures'] = {
  sniff: async () => ({ ok: true, what: { medium: 'picture', mediaType: 'image/jpeg', ending: 'jpg' } }),
  size: async (content) => ({ ok: true, what: await sizePicture(await bytesOf(content)) }),
}

interface Writing {
  told: SeedArticle
  actor: Actor
  files: FileStore
}

async function write(story: Story, { told, actor, files }: Writing, now: Date) {
  const { db, year } = story
  const { unit, category, title, scene, alt, caption } = told
  const input = { blocYear: year.id, unit: unitOf(story, unit), category, title }
  const id = await addArticle(db, actor, input, now)
  const drawn = { alt, caption, photographer: '', persons: 'no', content: await drawScene(scene) } as const
  await addPicture(db, actor, { article: id, ...drawn }, { files, pictures: ownPictures, now })
  const activities = await activitiesOf(db, year.id)
  const activity = activities.find((one) => one.title === told.activity)?.id
  const { lead, body, sources } = told
  const text = { id, version: 1, category, title, lead, body, sources, activity }
  const credits = { author: actor.name, photographer: actor.name }
  await saveArticle(db, actor, saveArticleInput.parse({ ...text, ...credits }), now)
  await sendArticle(db, actor, { id }, now)
  return id
}

async function tellWaiting(story: Story) {
  const { db, year } = story
  const actor = await actorNamed(story, officer.login)
  const { unit, title, lead, body, writtenAt } = waitingArticle
  const now = at(writtenAt)
  const category = 'announcement' as const
  const id = await addArticle(db, actor, { blocYear: year.id, unit: unitOf(story, unit), category, title }, now)
  await saveArticle(db, actor, saveArticleInput.parse({ id, version: 1, category, title, lead, body }), now)
  await sendArticle(db, actor, { id }, now)
}

/** The year's news: each written by a unit, let out by the authority; the last one waits for its second person. */
export async function tellNews(story: Story, files: FileStore): Promise<void> {
  const publisher = await actorNamed(story, authority.login)
  for (const told of articles) {
    const now = at(told.publishedAt)
    const id = await write(story, { told, actor: leader(story, told.unit), files }, now)
    const whole = { id, version: 2, publishOn: undefined, publishTime: undefined }
    await publishArticle(story.db, { ...publisher, steppedUpAt: now }, whole, now)
  }
  await tellWaiting(story)
}
