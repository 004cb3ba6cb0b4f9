import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Pictures } from '#capabilities/pictures/open-pictures.ts'
import type { Sized } from '#capabilities/pictures/picture-job.ts'
import type { Actor } from '#platform/actor.ts'
import type { Content } from '#platform/content.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { sha256Of, storeFile, type FileStore } from '#platform/files.ts'
import { line, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayEditNews } from '../news/access.ts'
import { lockArticle, newsSubject } from '../news/lock-article.ts'
import { articleById } from '../news/queries.ts'

export const addPictureInput = z.object({
  article: z.uuid(),
  /** What someone who cannot see the picture is told. */
  alt: line(300),
  caption: optionalLine(300),
  photographer: optionalLine(120),
  persons: z.enum(['yes', 'no']),
})
export type AddPicture = z.output<typeof addPictureInput>

export interface PicturePieces {
  files: FileStore
  pictures: Pick<Pictures, 'sniff' | 'size'>
  now: Date
}

const mostPictures = 20
const mostBytes = 20 * 1024 * 1024

/** The sizes that pages show; the file that was brought is not kept. */
async function sizesOf({ pictures }: PicturePieces, content: Content): Promise<readonly Sized[]> {
  if (content.length === 0) throw new RuleViolation('news.noPicture')
  if (content.length > mostBytes) throw new RuleViolation('news.pictureTooLarge')
  const sniffed = await pictures.sniff(content)
  if (!sniffed.ok) throw new RuleViolation('news.noSuchPicture')
  if ('fault' in sniffed.what || sniffed.what.medium !== 'picture') throw new RuleViolation('news.noSuchPicture')
  const sized = await pictures.size(content)
  if (!sized.ok) throw new RuleViolation('news.noSuchPicture')
  return sized.what.sizes
}

async function insertSizes(tx: Tx, files: FileStore, picture: string, sizes: readonly Sized[]) {
  for (const { format, width, height, bytes } of sizes) {
    const sha256 = await storeFile(tx, files, bytes, `image/${format}`)
    await tx.insertInto('news_picture_size').values({ picture_id: picture, format, width, height, sha256 }).execute()
  }
}

async function nextPosition(tx: Tx, article: string): Promise<number> {
  const rows = await tx.selectFrom('news_picture').select('position').where('article_id', '=', article).execute()
  if (rows.length >= mostPictures) throw new RuleViolation('news.tooManyPictures', { most: mostPictures })
  return Math.max(0, ...rows.map(({ position }) => position)) + 1
}

/** A picture of an article: made anew in the sizes of the pages, so that nothing else of the file goes with it. */
export async function addPicture(
  db: Db,
  actor: Actor,
  input: AddPicture & { content: Content },
  pieces: PicturePieces,
): Promise<string> {
  const { article: id, content, persons, ...told } = input
  demand(mayEditNews(actor, await articleById(db, id)))
  const sizes = await sizesOf(pieces, content)
  for (const { bytes } of sizes) await pieces.files.put(sha256Of(bytes), bytes)
  return db.transaction().execute(async (tx) => {
    const article = await lockArticle(tx, actor, { id, verb: 'change', may: mayEditNews })
    const picture = newId()
    const position = await nextPosition(tx, id)
    const added = { shows_persons: persons === 'yes', added_by: actor.account, added_at: pieces.now }
    await tx
      .insertInto('news_picture')
      .values({ id: picture, article_id: id, position, ...told, ...added })
      .execute()
    await insertSizes(tx, pieces.files, picture, sizes)
    const facts = { title: article.title, alt: told.alt }
    await record(tx, actor, pieces.now, { action: 'news.pictureAdded', subject: newsSubject(id), facts })
    return picture
  })
}
