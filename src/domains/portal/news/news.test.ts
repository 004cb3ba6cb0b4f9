import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { openPictures } from '#capabilities/pictures/open-pictures.ts'
import { activitiesOf } from '#domains/movements/activities/queries.ts'
import { holdActivity } from '#domains/movements/activities/hold-activity.ts'
import { planActivity, planActivityInput } from '#domains/movements/activities/plan-activity.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { makeCast, morning, type Cast } from '../../../../test/cast.ts'
import { testDatabase } from '../../../../test/database.ts'
import { memoryFiles } from '../../../../test/signing.ts'
import { photoWithPlace } from '../../../capabilities/pictures/testing/pictures.ts'
import { extendKeeping } from '../news-keeping/extend-keeping.ts'
import { remindKeeping } from '../news-keeping/remind-keeping.ts'
import { addPicture } from '../news-pictures/add-picture.ts'
import { endConsent } from '../news-pictures/end-consent.ts'
import { consentsOf, livePictures } from '../news-pictures/queries.ts'
import { recordConsent } from '../news-pictures/record-consent.ts'
import { publicArticle, publicArticles } from '../public-news/queries.ts'
import { addArticle } from './add-article.ts'
import { blocksOf, markupOf } from './body.ts'
import { publishArticle } from './publish-article.ts'
import { publishDueArticles } from './publish-due-articles.ts'
import { articleById, editionsOf } from './queries.ts'
import { readHtml, readMarkup } from './read-body.ts'
import { returnArticle } from './return-article.ts'
import { saveArticle, saveArticleInput } from './save-article.ts'
import { sendArticle } from './send-article.ts'
import { withdrawArticle } from './withdraw-article.ts'

let db: Db
let cast: Cast
let other: Actor
const pieces = { files: memoryFiles(), pictures: openPictures(), now: morning }

beforeAll(async () => {
  db = (await testDatabase()).db
  cast = await makeCast(db)
  other = cast.leaders[1] ?? cast.chi
  await db
    .insertInto('legal_rule')
    .values({ id: newId(), code: 'news-retention', measure: 'years', value: '5', text_name: 'x', source: 'x' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
})

const typed = { category: 'activity', title: 'Trao quà', lead: 'Sáu tổ chức trao 30 suất quà.', body: 'Một đoạn.' }

async function begin(actor: Actor = cast.binh, unit = cast.units[0] ?? '') {
  const title = `Trao quà ${newId().slice(-6)}`
  return addArticle(db, actor, { blocYear: cast.blocYear, unit, category: 'activity', title }, morning)
}

async function save(id: string, more: Record<string, unknown> = {}, actor: Actor = cast.binh) {
  const { version, title } = await articleById(db, id)
  await saveArticle(db, actor, saveArticleInput.parse({ ...typed, title, id, version, ...more }), morning)
}

async function written(more: Record<string, unknown> = {}) {
  const id = await begin()
  await save(id, more)
  await sendArticle(db, cast.binh, { id }, morning)
  return id
}

async function publish(id: string, actor: Actor = cast.an, more: Record<string, unknown> = {}) {
  const { version } = await articleById(db, id)
  const steppedUp = { ...actor, steppedUpAt: morning }
  await publishArticle(db, steppedUp, { id, version, publishOn: undefined, publishTime: undefined, ...more }, morning)
}

const publicOf = async (id: string) => {
  const { year, slug } = await articleById(db, id)
  return publicArticle(db, year ?? 0, slug ?? '')
}

describe('an article', () => {
  test('is written by one, let out by another, and every edition is kept', async () => {
    const id = await written()
    await expect(publish(id, cast.binh)).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(save(id)).rejects.toMatchObject({ key: 'news.not_change' })
    await publish(id)
    expect(await publicOf(id)).toMatchObject({ content: { lead: typed.lead, body: '<p>Một đoạn.</p>' } })
    await save(id, { lead: 'Sửa lại.' })
    expect((await publicOf(id))?.content.lead).toBe(typed.lead)
    await sendArticle(db, cast.binh, { id }, morning)
    await publish(id)
    expect((await publicOf(id))?.content.lead).toBe('Sửa lại.')
    expect((await editionsOf(db, id)).map(({ published_at }) => published_at !== null)).toEqual([true, true, false])
  })

  test('comes from a member of the bloc and is mended by its unit or the head', async () => {
    await expect(begin(cast.chi)).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(begin(cast.binh, cast.units[1])).rejects.toMatchObject({ name: 'Forbidden' })
    const id = await begin()
    await expect(save(id, {}, other)).rejects.toMatchObject({ name: 'Forbidden' })
    await save(id, {}, cast.an)
    await sendArticle(db, cast.binh, { id }, morning)
    // The head's own leader changed it: now only somebody else may let it out.
    await expect(publish(id, cast.an)).rejects.toMatchObject({ name: 'Forbidden' })
    await publish(id, cast.dung)
  })

  test('is let out by who has just shown who they are, as it was read, and once', async () => {
    const id = await written()
    const { version } = await articleById(db, id)
    const plain = { id, version, publishOn: undefined, publishTime: undefined }
    await expect(publishArticle(db, { ...cast.an, steppedUpAt: null }, plain, morning)).rejects.toMatchObject({
      reason: 'step-up',
    })
    await expect(publish(id, cast.an, { version: 1 })).rejects.toMatchObject({ key: 'news.changedSince' })
    const both = await Promise.allSettled([publish(id), publish(id, cast.dung)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('goes back with a reason, and two who save at once do not overwrite each other', async () => {
    const id = await written()
    await expect(returnArticle(db, other, { id, reason: 'x' }, morning)).rejects.toMatchObject({ name: 'Forbidden' })
    await returnArticle(db, cast.an, { id, reason: 'Thiếu nguồn' }, morning)
    expect(await articleById(db, id)).toMatchObject({ state: 'draft', returned_reason: 'Thiếu nguồn' })
    const both = await Promise.allSettled([save(id), save(id)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('waits for its hour, is taken down with a note, and its address says so', async () => {
    const id = await written()
    await publish(id, cast.an, { publishOn: '2023-02-21', publishTime: '07:30' })
    await publishDueArticles(db, new Date('2023-02-21T07:29:00+07:00'))
    expect((await articleById(db, id)).state).toBe('scheduled')
    await publishDueArticles(db, new Date('2023-02-21T07:30:00+07:00'))
    await publishDueArticles(db, new Date('2023-02-21T07:35:00+07:00'))
    expect(await articleById(db, id)).toMatchObject({ state: 'published', keep_until: '2028-02-21' })
    expect(await editionsOf(db, id)).toHaveLength(2)
    const note = { id, note: 'Số liệu chưa đúng' }
    await expect(withdrawArticle(db, cast.binh, note, morning)).rejects.toMatchObject({ name: 'Forbidden' })
    await withdrawArticle(db, cast.an, note, morning)
    expect(await publicOf(id)).toBeUndefined()
    await expect(withdrawArticle(db, cast.an, note, morning)).rejects.toMatchObject({ key: 'news.not_withdraw' })
  })

  test('is looked at again when its time is over', async () => {
    const id = await written()
    await publish(id)
    const over = new Date('2028-02-21T08:00:00+07:00')
    const task = () =>
      db.selectFrom('task').select('closed_at').where('key', '=', `news.keeping ${id}`).executeTakeFirst()
    await remindKeeping(db, morning)
    expect(await task()).toBeUndefined()
    await remindKeeping(db, over)
    expect(await task()).toEqual({ closed_at: null })
    const longer = { id, until: '2030-01-01', reason: 'Còn dùng để tra cứu' }
    await expect(extendKeeping(db, cast.binh, longer, over)).rejects.toMatchObject({ name: 'Forbidden' })
    await extendKeeping(db, cast.an, longer, over)
    expect((await task())?.closed_at).toEqual(over)
  })

  test('is about things of its own year alone', async () => {
    const id = await begin()
    await expect(save(id, { movement: newId() })).rejects.toMatchObject({ key: 'news.linkElsewhere' })
  })

  test('is drafted from an activity by rule, and says which', async () => {
    const plan = { blocYear: cast.blocYear, title: 'Tết trồng cây', startsOn: '18/02/2023', chargeUnit: cast.units[0] }
    const activity = await planActivity(
      db,
      cast.an,
      planActivityInput.parse({ ...plan, place: 'xã Giao Thiện', units: [cast.units[1]] }),
      morning,
    )
    await holdActivity(db, cast.binh, { blocYear: cast.blocYear, activity, heldOn: '2023-02-18' }, morning)
    expect((await activitiesOf(db, cast.blocYear)).length).toBeGreaterThan(0)
    const from = { kind: 'activity', id: activity } as const
    const input = {
      blocYear: cast.blocYear,
      unit: cast.units[0] ?? '',
      category: 'activity',
      title: 'x',
      from,
    } as const
    const draft = await articleById(db, await addArticle(db, cast.binh, input, morning))
    expect(draft).toMatchObject({
      rule: 'tin-hoat-dong',
      lead: 'Ngày 18/02/2023, Ủy ban MTTQ tỉnh chủ trì hoạt động “Tết trồng cây” tại xã Giao Thiện.',
      body: '<p>Cùng tham gia có LĐLĐ tỉnh.</p>',
      activity_id: activity,
    })
  })
})

describe('a picture', () => {
  const told = { alt: 'Sáu người ký', caption: 'Lễ ký', photographer: 'Văn Nam' }
  const bring = async (article: string, persons: 'yes' | 'no', actor: Actor = cast.binh) =>
    addPicture(db, actor, { article, persons, ...told, content: await photoWithPlace() }, pieces)

  test('with people in it is published with their consent, and hidden when that is taken back', async () => {
    const id = await begin()
    await expect(bring(id, 'yes', other)).rejects.toMatchObject({ name: 'Forbidden' })
    const picture = await bring(id, 'yes')
    await save(id, { body: 'Một đoạn.\n\n[ảnh 1]' })
    await sendArticle(db, cast.binh, { id }, morning)
    await expect(publish(id)).rejects.toMatchObject({ key: 'news.consentMissing' })
    const consent = { article: id, picture, person: 'Bà Mận', way: 'written', givenOn: '2023-02-18', note: '' } as const
    await recordConsent(db, cast.binh, consent, morning)
    await publish(id)
    expect((await publicOf(id))?.pictures).toHaveLength(1)
    const [given] = await consentsOf(db, id)
    await endConsent(db, cast.binh, { article: id, consent: given?.id ?? '' }, morning)
    expect((await publicOf(id))?.pictures).toHaveLength(0)
    expect((await publicArticles(db, { size: 100 })).articles.map(({ id: one }) => one)).toContain(id)
  })

  test('is made anew in the sizes of the pages, turned as it was held, without the place', async () => {
    const id = await begin()
    await bring(id, 'no')
    const [picture] = await livePictures(db, id)
    expect(picture?.sizes.map(({ format, width, height }) => [format, width, height])).toEqual([
      ['webp', 300, 400],
      ['jpeg', 300, 400],
    ])
    for (const { sha256 } of picture?.sizes ?? []) {
      expect(Buffer.from(await pieces.files.get(sha256)).toString('latin1')).not.toMatch(/GPS|Phone|Exif/u)
    }
    const nothing = { article: id, persons: 'no', ...told, content: Buffer.from('GIF89a') } as const
    await expect(addPicture(db, cast.binh, nothing, pieces)).rejects.toMatchObject({ key: 'news.noSuchPicture' })
  })
})

describe('a body', () => {
  test.each([
    ['a script', '<p>Chào<script>alert(1)</script></p>', '<p>Chào</p>'],
    ['a handler', '<p onclick="x()">Chào <img src=x onerror=alert(1)></p>', '<p>Chào</p>'],
    ['a link that runs', '<a href="javascript:alert(1)">vào</a>', '<p>vào</p>'],
    ['a frame and a drawing', '<iframe src="//x"></iframe><svg><script>1</script></svg>Chào', '<p>Chào</p>'],
    [
      'tags that cross',
      '<p><b>đậm <i>cả hai</b> nghiêng</i></p>',
      '<p><strong>đậm <em>cả hai</em></strong> nghiêng</p>',
    ],
    ['a style', '<style>p{}</style><p style="color:red" class="MsoNormal">Chào</p>', '<p>Chào</p>'],
    ['a table', '<table><tr><td>Một</td><td>Hai</td></tr></table>', '<p>Một</p>\n<p>Hai</p>'],
  ])('keeps the words of %s', (_name, sent, kept) => {
    expect(readHtml(sent)).toBe(kept)
  })

  test('from Word keeps headings, bold and lists, and nothing of Word', () => {
    const pasted = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>@page{}</style></head><body>
      <!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
      <h1 class="MsoTitle">Kết quả<o:p></o:p></h1>
      <p class="MsoNormal" style="text-indent:36pt"><b><span lang="VI">Sáu</span></b>&nbsp;tổ chức<o:p>&nbsp;</o:p></p>
      <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><![if !supportLists]><span>·<span>&nbsp; </span></span><![endif]>Trao quà</p>
      <p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><![if !supportLists]><span>·<span>&nbsp; </span></span><![endif]>Trồng cây</p>
      <p class="MsoNormal">&nbsp;</p></body></html>`
    expect(readHtml(pasted)).toBe(
      '<h2>Kết quả</h2>\n<p><strong>Sáu</strong> tổ chức</p>\n<ul><li><p>Trao quà</p></li><li><p>Trồng cây</p></li></ul>',
    )
  })

  test('is never anything but the allowed tags, whatever is sent', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</b>',
      '<script>',
      '<a href="',
      'javascript:',
      '">',
      '<',
      '&lt;',
      "'",
      'ô',
      '<!--',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 30 }), (pieces) => {
        const kept = readHtml(pieces.join(''))
        expect(
          kept.replace(
            /<\/?(?:p|h2|h3|strong|em|ul|ol|li|blockquote|br|figure)>|<a href="[^"<>]*">|<\/a>|<br \/>/gu,
            '',
          ),
        ).not.toMatch(/</u)
        expect(kept).not.toMatch(/href="\s*javascript/iu)
        expect(readHtml(kept)).toBe(kept)
      }),
      { numRuns: 200 },
    )
  })

  test('typed without script comes back as it was typed', () => {
    const picture = newId()
    const text =
      '## Kết quả\n\nSáu **tổ chức** và *một* [trang](https://vtv.vn/tin).\n\n- Trao quà\n- Trồng cây\n\n> Một lời.\n\n[ảnh 1]'
    const html = readMarkup(text, [picture])
    expect(html).toContain(`<figure data-picture="${picture}"></figure>`)
    expect(markupOf(blocksOf(html), [picture])).toBe(text)
    const odd = readMarkup('\\# 3 * 4 < 5 & 6\n\n1\\. hai', [])
    expect(readMarkup(markupOf(blocksOf(odd), []), [])).toBe(odd)
  })
})
