import { z } from 'zod'

/** The code that the state gives an office: "H40.02". Letters are capitals. */
export const unitCodePattern = /^[A-Z0-9][A-Z0-9.-]{0,39}$/

/** A code as it is typed; an empty field is a code that is not known. */
export const unitCode = () =>
  z.preprocess(
    (typed) => (typeof typed === 'string' && typed.trim() !== '' ? typed.trim().toUpperCase() : undefined),
    z.string().regex(unitCodePattern).optional(),
  )
