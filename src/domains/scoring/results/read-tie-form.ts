import { z } from 'zod'
import { decideTieInput } from './decide-tie.ts'

const place = /^units\.\d+$/u

/** The fields of the form: one for each place, the higher first. */
export const readTieForm = z
  .record(z.string(), z.string())
  .transform((typed) => {
    const places = Object.keys(typed).filter((field) => place.test(field))
    const inOrder = places.toSorted((one, other) => Number(one.slice(6)) - Number(other.slice(6)))
    return { ...typed, units: inOrder.map((field) => typed[field]) }
  })
  .pipe(decideTieInput.omit({ round: true }))
