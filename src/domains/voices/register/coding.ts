import { z } from 'zod'
import { line, optionalLine, paragraph } from '#platform/form.ts'
import { concernLevels } from '../opinion.ts'

const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((typed) => (typed === '' ? undefined : typed), schema.optional())

/** What people read of an opinion instead of its own words, and by what it is counted. */
export const codingInput = z.object({
  id: z.uuid(),
  title: line(200),
  /** Without what tells of a person. */
  shownText: paragraph(5000),
  topic: orNothing(z.uuid()),
  group: orNothing(line(40)),
  field: orNothing(line(40)),
  concern: orNothing(z.enum(concernLevels)),
  place: optionalLine(200),
  /** The version that was read, so that nobody's coding is lost. */
  version: z.coerce.number().int(),
})

export type Coding = z.output<typeof codingInput>

const covered = '[đã che]'

/** The words as they came, with what looks like data of a person covered; a suggestion for who reads them. */
export const coverWords = (text: string, personal: readonly { text: string }[]) =>
  personal.reduce((left, { text: each }) => left.replaceAll(each, covered), text.normalize('NFC'))
