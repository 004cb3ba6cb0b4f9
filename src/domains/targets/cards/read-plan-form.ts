import { z } from 'zod'
import { day } from '#platform/form.ts'
import type { Locale } from '#platform/words.ts'
import { readValue, type Measured, type Value } from '../value.ts'
import { words } from '../words.ts'
import type { UnitPlan } from './write-plan.ts'

type Typed = Readonly<Record<string, string>>

interface Reading {
  typed: Typed
  locale: Locale
  fault: (field: string, message: string) => void
}

const count: Measured = { measure: 'count', measure_unit: '', classes: [] }

function valueOf({ typed, locale, fault }: Reading, field: string, target: Measured): Value {
  const read = readValue(typed[field] ?? '', target)
  if (read.ok) return read.value
  fault(field, words(locale).faults[read.fault])
  return null
}

function dayOf({ typed, locale, fault }: Reading, field: string): string | null {
  const text = typed[field]?.trim() ?? ''
  if (text === '') return null
  const read = day().safeParse(text)
  if (read.success) return read.data
  fault(field, words(locale).faults.notADay)
  return null
}

function rowOf(reading: Reading, unit: string, target: Measured): UnitPlan {
  return {
    unit,
    isAssigned: reading.typed[`isAssigned.${unit}`] === 'on',
    baseline: valueOf(reading, `baseline.${unit}`, target),
    planned: valueOf(reading, `planned.${unit}`, target),
    weight: valueOf(reading, `weight.${unit}`, count),
    dueOn: dayOf(reading, `dueOn.${unit}`),
  }
}

interface Asked {
  target: Measured
  locale: Locale
}

/** Faults stand at their fields, by the names of the form. */
function readingOf(typed: Typed, locale: Locale, context: z.RefinementCtx): Reading {
  const fault = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  return { typed, locale, fault }
}

const typedForm = z.record(z.string(), z.string())

/** The boxes of the units in the form, `planned.<unit>`, as their plans. */
export const planForm = (units: readonly string[], { target, locale }: Asked) =>
  typedForm.transform((typed, context) => {
    const reading = readingOf(typed, locale, context)
    return { version: Number(typed['version']), rows: units.map((unit) => rowOf(reading, unit, target)) }
  })

/** The boxes of the periods, `planned.<last day>`; none may stay empty. */
export const milestoneForm = (days: readonly string[], { target, locale }: Asked) =>
  typedForm.transform((typed, context) => {
    const reading = readingOf(typed, locale, context)
    const marks = days.map((by_on) => ({ by_on, planned: valueOf(reading, `planned.${by_on}`, target) }))
    for (const { by_on, planned } of marks) {
      const field = `planned.${by_on}`
      if (planned === null && (typed[field] ?? '').trim() === '') reading.fault(field, words(locale).faults.empty)
    }
    return { marks: marks.map(({ by_on, planned }) => ({ by_on, planned: planned ?? '0' })) }
  })

/** What a change after signing proposes, in the same boxes. */
export const termsForm = (units: readonly string[], { target, locale }: Asked) =>
  z.intersection(
    z.object({
      reason: z.string().trim().min(1).max(2000),
      name: z.string().trim().min(1).max(300),
      explanation: z.string().trim().max(2000).default(''),
    }),
    typedForm.transform((typed, context) => {
      const reading = readingOf(typed, locale, context)
      const plans = units.map((unit) => {
        const isAssigned = typed[`isAssigned.${unit}`] === 'on'
        const planned = isAssigned ? valueOf(reading, `planned.${unit}`, target) : null
        return [unit, { isAssigned, planned }] as const
      })
      const isWithdrawn = typed['isWithdrawn'] === 'on'
      return { dueOn: dayOf(reading, 'dueOn'), isWithdrawn, plans: Object.fromEntries(plans) }
    }),
  )
