import { describe, expect, test } from 'vitest'
import type { Actor } from '../src/platform/actor.ts'
import { isApart, separations, type Duty } from '../src/platform/separation.ts'
import { program, type SourceFile } from './source-tree.ts'

/** Commands that begin with these words judge what somebody did. */
const deciding = /^(confirm|refuse|grant|verify|publish|answer|attest|approve|appraise|witness)-/

/** They begin with such a word and judge nothing of anybody's. */
const notJudging: Readonly<Record<string, string>> = {
  'agreement/deadlines/confirm-dates.ts': 'the head takes dates of the bloc’s own text into its calendar',
  'agreement/signing/refuse-signing.ts': 'a signer refuses for the own unit',
  'blocs/handover/refuse-handover.ts': 'a side gives back the record that it is to sign itself',
  'conferences/invitations/answer-invitation.ts': 'who is invited answers for themself or for their unit’s delegate',
  'conferences/minutes-signing/refuse-minutes.ts': 'chair or secretary gives back the minutes that they are to sign',
  'portal/news/publish-due-articles.ts': 'lets out at its hour what a second person approved',
  'scoring/cross/refuse-assignment.ts': 'an assessor steps back from a turn of its own',
  'targets/workbook/confirm-workbook.ts': 'whoever brought the file says that its changes are meant',
  'units/intake/confirm-intake.ts': 'whoever read a list in says that it was meant',
}

const duties = Object.keys(separations) as Duty[]
const stranger = { account: 'a stranger', units: [{ unit: 'elsewhere', role: 'officer' }] } as unknown as Actor

/** Every part of a duty in somebody's hands, and a unit that the record is about. */
function recordOf(duty: Duty) {
  const parts = separations[duty].notWho.map((part) => [part, `who ${part}`])
  return { ...Object.fromEntries(parts), units: ['own'] } as Parameters<typeof isApart>[2]
}

const pairs = duties.flatMap((duty) => separations[duty].notWho.map((part) => [duty, part] as const))
const ofOtherUnits = duties.filter((duty) => separations[duty].notOfUnit)

describe('one person does not hold two parts in the same record', () => {
  test.each(pairs)('%s is not for who %s', (duty, part) => {
    expect(isApart({ ...stranger, account: `who ${part}` }, duty, recordOf(duty))).toBe(false)
    expect(isApart(stranger, duty, recordOf(duty))).toBe(true)
  })

  test.each(ofOtherUnits)('%s is not for those who work for the unit it is about', (duty) => {
    expect(isApart({ ...stranger, units: [{ unit: 'own', role: 'officer' }] }, duty, recordOf(duty))).toBe(false)
    expect(isApart(stranger, duty, recordOf(duty))).toBe(true)
  })
})

/** The predicates of the domains that ask for a duty, each with the duty it asks for. */
function askers(): ReadonlyMap<string, Duty> {
  const texts = program.filter(({ name }) => name === 'access.ts').flatMap(({ text }) => text.split(/^export const /m))
  const found = texts.flatMap((text) => {
    const name = /^\w+/.exec(text)?.[0]
    const duty = duties.find((one) => text.includes(`isApart(actor, '${one}'`))
    return name !== undefined && duty !== undefined ? [[name, duty] as const] : []
  })
  return new Map(found)
}

/** The duties that a command demands. */
const demanded = ({ text }: SourceFile) =>
  [...text.matchAll(/\bdemand\((\w+)\(/g)].flatMap(([, predicate = '']) => askers().get(predicate) ?? [])

describe('commands', () => {
  const commands = program.filter(({ path, name }) => path.startsWith('src/domains/') && /^[a-z-]+\.ts$/.test(name))

  test('each declared duty is demanded by one', () => {
    const met = new Set(commands.flatMap(demanded))
    expect(duties.filter((duty) => !met.has(duty))).toEqual([])
  })

  test('each one that decides demands a duty', () => {
    const decides = commands.filter(({ name }) => deciding.test(name))
    const bare = decides.filter((file) => demanded(file).length === 0).map(({ path }) => path.slice(12))
    expect(bare).toEqual(Object.keys(notJudging))
  })
})
