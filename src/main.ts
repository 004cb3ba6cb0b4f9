import { commands } from './app/commands/commands.ts'
import { CommandFailed, runProgram } from './app/program.ts'
import { WrongConfiguration } from '#platform/config.ts'
import { MigrationFailed } from '#platform/database/migrate.ts'
import { RuleViolation } from '#platform/errors.ts'
import { PostgresTrouble } from '#platform/postgres/trouble.ts'

const expected = [CommandFailed, WrongConfiguration, MigrationFailed, PostgresTrouble, RuleViolation]

try {
  await runProgram(commands, process.argv.slice(2))
} catch (error) {
  if (!expected.some((kind) => error instanceof kind)) throw error
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = error instanceof CommandFailed ? error.exitCode : 1
}
