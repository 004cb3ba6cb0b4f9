import { z } from 'zod'
import { ApiFault, type Said } from './api.ts'

/** A schema with its description in both languages, as the document shows it. */
export const said = <Schema extends z.ZodType>(schema: Schema, [vi, en]: Said): Schema =>
  schema.meta({ description: `${vi} / ${en}` })

/** An object whose fields are described; the schemas of its fields stay the command's own. */
export function explained<Schema extends z.ZodObject>(
  schema: Schema,
  fields: Readonly<Partial<Record<keyof Schema['shape'] & string, Said>>>,
): Schema {
  const told = Object.entries<Said | undefined>(fields).map(([name, words]) => {
    const field: z.ZodType = schema.shape[name]
    return [name, words === undefined ? field : said(field, words)] as const
  })
  return schema.safeExtend(Object.fromEntries(told)) as unknown as Schema
}

export const uuid = (words: Said) => said(z.uuid(), words)
export const text = (words: Said) => said(z.string(), words)
/** 'YYYY-MM-DD', a day in Vietnam, itself included where it is a last one. */
export const dayText = (words: Said) => said(z.iso.date(), words)
export const moment = (words: Said) => said(z.iso.datetime(), words)
/** An exact decimal as text, with a point: '1234.5'. */
export const decimal = (words: Said) => said(z.string().regex(/^-?\d+(\.\d+)?$/u), words)
/** What a program sends is as exact as what it reads: to a person '1.234' is a thousand and more, here it never is. */
export const amount = (words: Said) => said(z.string().regex(/^\d{1,15}(\.\d{1,6})?$/u), words)
export const count = (words: Said) => said(z.int(), words)
export const yes = (words: Said) => said(z.boolean(), words)

/** Null is missing, which is never zero. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) => {
  const { description = '' } = schema.meta() ?? {}
  return schema.nullable().meta({ description })
}

const cursor = said(z.string().max(200), [
  'Con trỏ lấy từ `next` của trang trước',
  'Cursor from `next` of the page before',
])
const limit = said(z.coerce.number().int().min(1).max(200), ['Số mục một trang', 'Items on a page'])

export const listQuery = z.object({ cursor: cursor.optional(), limit: limit.default(50) })
export const noQuery = z.object({})

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: maybe(text(['Con trỏ của trang sau; null là hết', 'Cursor of the next page; null is the end'])),
  })

interface PageAsked {
  cursor?: string | undefined
  limit: number
}

const write = (place: string) => Buffer.from(place, 'utf8').toString('base64url')
const read = (given: string) => Buffer.from(given, 'base64url').toString('utf8')

/** The items after the one that the cursor names. */
export function pageOf<Item>(
  items: readonly Item[],
  { cursor: after, limit: most }: PageAsked,
  idOf: (item: Item) => string,
) {
  const place = after === undefined ? -1 : items.findIndex((item) => idOf(item) === read(after))
  if (after !== undefined && place === -1) throw new ApiFault(400, 'api.cursorGone')
  const shown = items.slice(place + 1, place + 1 + most)
  const last = shown.at(-1)
  const isEnd = place + 1 + most >= items.length || last === undefined
  return { items: shown, next: isEnd ? null : write(idOf(last)) }
}

/** For lists that the database pages itself: which page the cursor names, and the cursor of the next. */
export function numberedPage({ cursor: at, limit: most }: PageAsked) {
  const page = at === undefined ? 1 : Number(read(at))
  if (!Number.isSafeInteger(page) || page < 1 || page > 1_000_000) throw new ApiFault(400, 'api.cursorGone')
  const nextOf = (total: number) => (page * most < total ? write(String(page + 1)) : null)
  return { page, size: most, nextOf }
}
