import { deriveScored } from '#domains/scoring/engine/derive.ts'
import { printDerivation, printScores } from '#domains/scoring/engine/print-scores.ts'
import { readyTable } from '#domains/scoring/engine/ready-table.ts'
import { scoreAll, type Scored } from '#domains/scoring/engine/score-units.ts'
import { checkTable } from '#domains/scoring/table/check-table.ts'
import { sayDoubt } from '#domains/scoring/table/doubt.ts'
import { scoreFacts } from '#domains/scoring/table/score-facts.ts'
import { scoreTable } from '#domains/scoring/table/score-table.ts'
import { CommandFailed, print, printJson, type Command, type OptionValues } from '../program.ts'
import { readJson } from './read-json.ts'

function namedFile(options: OptionValues, name: 'scheme' | 'facts'): string {
  const path = options[name]
  if (typeof path !== 'string') throw new CommandFailed(`--${name} FILE.json is needed; see score schema`, 2)
  return path
}

/** UNIT:CODE; a code has no colon, a unit may. */
function derivationOf(scored: Scored, asked: string) {
  const colon = asked.lastIndexOf(':')
  const [unit, code] = [asked.slice(0, colon), asked.slice(colon + 1)]
  if (colon < 1) throw new CommandFailed('--why takes UNIT:CODE, such as U1:I.2 (U1: for the total)', 2)
  if (scored.run.units.every(({ id }) => id !== unit)) throw new CommandFailed(`--why: the facts hold no unit ${unit}`)
  if (scored.ready.scope.criterion(code) === null) throw new CommandFailed(`--why: the table has no criterion ${code}`)
  return deriveScored(scored, unit, code)
}

/** Units by the same id would be one unit with two sets of facts. */
function demandDistinct(path: string, ids: readonly string[]): void {
  const at = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  if (at >= 0)
    throw new CommandFailed(`${path}: units[${at}].id: ${ids[at]} stands there twice; each unit has its own id`)
}

async function compute(options: OptionValues) {
  const [scheme, factsFile] = [namedFile(options, 'scheme'), namedFile(options, 'facts')]
  const [table, facts] = [await readJson(scheme, scoreTable), await readJson(factsFile, scoreFacts)]
  demandDistinct(
    factsFile,
    facts.units.map(({ id }) => id),
  )
  for (const one of checkTable(table).filter(({ severity }) => severity === 'error')) {
    process.stderr.write(`${scheme}: ${one.code ?? ''}: ${sayDoubt(one, 'en')}\n`)
  }
  const scored = scoreAll(readyTable(table), facts)
  const { why } = options
  if (typeof why === 'string') {
    const derivation = derivationOf(scored, why)
    return options['json'] === true ? printJson(derivation) : print(printDerivation(derivation))
  }
  return options['json'] === true ? printJson(scored.result) : print(printScores(scored.result))
}

export const scoreComputeCommand: Command = {
  name: 'score compute',
  usage: '--scheme TABLE.json --facts FACTS.json [--why UNIT:CODE] [--json]',
  summary: 'Scores and ranks units from facts by a score table; --why tells how one criterion came to its points.',
  options: { scheme: { type: 'string' }, facts: { type: 'string' }, why: { type: 'string' } },
  run: (_operands, options) => compute(options),
}
