import { commands } from './app/commands/commands.ts'
import { CommandFailed, runProgram } from './app/program.ts'
import { violations } from './app/violation-words.ts'
import { sentenceOf } from './app/violations.ts'
import { BackupTrouble } from '#platform/backup/trouble.ts'
import { WrongConfiguration } from '#platform/config.ts'
import { MigrationFailed } from '#platform/database/migrate.ts'
import { RuleViolation } from '#platform/errors.ts'
import { PostgresTrouble } from '#platform/postgres/trouble.ts'

/** A rule of the field says its sentence, in both languages; whatever else is expected carries its own. */
function sayError(error: unknown): string {
  if (error instanceof RuleViolation) {
    return `${sentenceOf(error, violations, 'vi')}\n${sentenceOf(error, violations, 'en')}`
  }
  return error instanceof Error ? error.message : String(error)
}

const expected = [BackupTrouble, CommandFailed, WrongConfiguration, MigrationFailed, PostgresTrouble, RuleViolation]

try {
  await runProgram(commands, process.argv.slice(2))
} catch (error) {
  if (!expected.some((kind) => error instanceof kind)) throw error
  process.stderr.write(`${sayError(error)}\n`)
  process.exitCode = error instanceof CommandFailed ? error.exitCode : 1
}
