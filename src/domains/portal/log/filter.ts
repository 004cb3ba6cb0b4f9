import { z } from 'zod'
import { day } from '#platform/form.ts'
import { vi } from './words.vi.ts'

const blank = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional()).catch(undefined)

const kinds = Object.keys(vi.kinds) as (keyof typeof vi.kinds)[]

/** Which part of the log: all of it stands in the address, and what makes no sense there counts as absent. */
const query = z.object({
  q: blank(z.string().max(200)),
  loai: blank(z.enum(kinds)),
  'don-vi': blank(z.uuid()),
  nguoi: blank(z.uuid()),
  'ho-so': blank(z.uuid()),
  tu: blank(day()),
  den: blank(day()),
  truoc: blank(z.coerce.number().int().positive().max(1e15)),
})

export type LogFilter = z.output<typeof query>

export const readFilter = (asked: Readonly<Record<string, string>>): LogFilter => query.parse(asked)

export const isFiltered = ({ truoc: _page, ...rest }: LogFilter) =>
  Object.values(rest).some((value) => value !== undefined)

/** The address of a part of the log. */
export function withFilter(path: string, filter: LogFilter): string {
  const wanted = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) wanted.set(name, String(value))
  return wanted.size === 0 ? path : `${path}?${wanted}`
}
