import { z } from 'zod'
import { RuleViolation } from '#platform/errors.ts'
import { day, line, optionalDay, optionalLine, ticked } from '#platform/form.ts'
import { audiences, deadlineKinds } from './deadline.ts'

const writtenTime = /^(?<hours>[01]?\d|2[0-3])(?:[:hg.](?<minutes>[0-5]\d)?)?$/u

/** "08:00", as also written "8h", "8h30", "8:00"; an empty field is no time. */
const optionalTime = () =>
  z
    .string()
    .default('')
    .transform((text) => text.trim().toLowerCase())
    .refine((text) => text === '' || writtenTime.test(text))
    .transform((text) => {
      const { hours, minutes } = writtenTime.exec(text)?.groups ?? {}
      return hours === undefined ? null : `${hours.padStart(2, '0')}:${minutes ?? '00'}`
    })

const optionalUnit = z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional())

/** What a person writes into the calendar, when adding and when changing. */
export const deadlineFields = {
  kind: z.enum(deadlineKinds),
  title: line(200),
  startsOn: day(),
  endsOn: optionalDay(),
  startsAt: optionalTime(),
  endsAt: optionalTime(),
  place: optionalLine(200),
  note: optionalLine(2000),
  audience: z.enum(audiences),
  unit: optionalUnit,
  asksTask: ticked(),
}

export type DeadlineFields = z.output<z.ZodObject<typeof deadlineFields>>

interface Within {
  starts_on: string
  ends_on: string
  /** The units that are members on the day. */
  members: readonly string[]
}

const lastDay = ({ startsOn, endsOn }: DeadlineFields) => endsOn ?? startsOn

type Fault = (fields: DeadlineFields, within: Within) => boolean

const faults = {
  endBeforeStart: (fields) => lastDay(fields) < fields.startsOn,
  timeWithoutStart: ({ startsAt, endsAt }) => endsAt !== null && startsAt === null,
  endTimeBeforeStart: (fields) =>
    fields.startsAt !== null &&
    fields.endsAt !== null &&
    lastDay(fields) === fields.startsOn &&
    fields.endsAt < fields.startsAt,
  outsideYear: (fields, { starts_on, ends_on }) => fields.startsOn < starts_on || lastDay(fields) > ends_on,
  unitMissing: ({ audience, unit }, { members }) =>
    audience === 'unit' && (unit === undefined || !members.includes(unit)),
} satisfies Record<string, Fault>

export function checkDeadline(fields: DeadlineFields, within: Within): void {
  for (const [key, isFault] of Object.entries(faults)) {
    if (isFault(fields, within)) {
      throw new RuleViolation(`deadlines.${key}`, { from: within.starts_on, to: within.ends_on })
    }
  }
}

/** What was written, as the calendar keeps it. */
export const writtenDeadline = (fields: DeadlineFields) => ({
  kind: fields.kind,
  facts: { title: fields.title },
  startsOn: fields.startsOn,
  endsOn: lastDay(fields),
  startsAt: fields.startsAt,
  endsAt: fields.endsAt,
  place: fields.place,
  note: fields.note,
  audience: fields.audience,
  unit: fields.audience === 'unit' ? (fields.unit ?? null) : null,
  asksTask: fields.asksTask,
})
