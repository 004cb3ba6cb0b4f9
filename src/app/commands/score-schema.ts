import { jsonSchemas } from '#domains/scoring/table/json-schema.ts'
import { CommandFailed, printJson, type Command, type OptionValues } from '../program.ts'

async function printSchemas({ table, facts }: OptionValues) {
  if (table === true && facts === true) throw new CommandFailed('--table or --facts, not both', 2)
  const { scoreTable, scoreFacts } = jsonSchemas()
  if (table === true) printJson(scoreTable)
  else if (facts === true) printJson(scoreFacts)
  else printJson({ scoreTable, scoreFacts })
}

export const scoreSchemaCommand: Command = {
  name: 'score schema',
  usage: '[--table | --facts] [--json]',
  summary:
    'Prints the JSON Schema (2020-12) of score tables and of facts; docs/score-tables.md explains them by example.',
  options: { table: { type: 'boolean' }, facts: { type: 'boolean' } },
  run: (_operands, options) => printSchemas(options),
}
