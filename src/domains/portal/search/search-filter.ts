import { z } from 'zod'
import { day } from '#platform/form.ts'
import { vi } from './words.vi.ts'

const blank = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional()).catch(undefined)

const kinds = Object.keys(vi.kinds) as SearchKind[]

/** What is looked for and where: all of it stands in the address, and what makes no sense there counts as absent. */
const query = z.object({
  q: z
    .string()
    .default('')
    .transform((text) => text.normalize('NFC').trim().slice(0, 200)),
  khoi: blank(z.string().regex(/^[a-z0-9-]{1,120}$/)),
  nam: blank(z.coerce.number().int().min(1900).max(2200)),
  loai: blank(z.enum(kinds)),
  tu: blank(day()),
  den: blank(day()),
})

export type SearchKind = keyof typeof vi.kinds
export type AskedSearch = z.output<typeof query>

export const readSearch = (asked: Readonly<Record<string, string>>): AskedSearch => query.parse(asked)

/** The query of an address, without its question mark; the same for what means the same. */
export function searchQuery({ q, ...rest }: AskedSearch, page = 1): string {
  const wanted = new URLSearchParams(q === '' ? {} : { q })
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) wanted.set(name, String(value))
  if (page > 1) wanted.set('trang', String(page))
  return wanted.toString()
}

export function searchAddress(path: string, asked: AskedSearch, page = 1): string {
  const text = searchQuery(asked, page)
  return text === '' ? path : `${path}?${text}`
}

export const isNarrowed = ({ q: _q, ...rest }: AskedSearch) => Object.values(rest).some((value) => value !== undefined)
