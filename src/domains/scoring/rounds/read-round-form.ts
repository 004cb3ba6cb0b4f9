import { z } from 'zod'
import { roundFields } from './write-round.ts'

const chosen = /^table\.(?<version>[0-9a-f-]{36})$/u

const said = z.object({ version: z.coerce.number().int().default(1), ...roundFields })

/** The fields of the form: a box and a factor for each table that may be chosen. */
export const readRoundForm = z
  .record(z.string(), z.string())
  .transform((typed) => {
    const tables = Object.keys(typed).flatMap((field) => {
      const version = chosen.exec(field)?.groups?.['version']
      return version === undefined ? [] : [{ version, factor: typed[`factor.${version}`] ?? '1' }]
    })
    return { ...typed, tables }
  })
  .pipe(said)
