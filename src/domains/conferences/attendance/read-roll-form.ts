import { z } from 'zod'
import { markRollInput } from './mark-roll.ts'

const chosen = /^state\.(?<invitee>[0-9a-f-]{36})$/u
const fields = z.record(z.string(), z.string())

function ticksOf(form: unknown) {
  const typed = fields.parse(form)
  return Object.entries(typed).flatMap(([field, state]) => {
    const invitee = chosen.exec(field)?.groups?.['invitee']
    if (invitee === undefined || state === '') return []
    const of = (name: string) => typed[`${name}.${invitee}`] ?? ''
    return [{ invitee, state, proxyName: of('proxyName'), proxyMandate: of('proxyMandate'), edition: of('edition') }]
  })
}

/** The fields of the roll: for each person the state, the proxy and the line that the sender saw. */
export const readRollForm = z.preprocess((form) => ({ ticks: ticksOf(form) }), markRollInput.omit({ conference: true }))
