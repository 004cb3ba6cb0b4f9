import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

/** Something the person typed is wrong: exit 1 (the input) or 2 (the use of the command). */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
  readonly exitCode: 1 | 2
  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export interface Command {
  /** The words that call it: `agreement read`. */
  name: string
  /** What follows them: `FILE [--json]`. */
  usage: string
  summary: string
  options?: ParseArgsOptionsConfig
  /** How many words must follow. */
  operands?: number
  run: (operands: readonly string[], options: OptionValues) => Promise<void>
}

const common: ParseArgsOptionsConfig = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } }

export function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

export const printJson = (value: unknown) => print(JSON.stringify(value, null, 2))

function helpOf(commands: readonly Command[]): string {
  const lines = commands.map((command) => `  giao-uoc ${command.name} ${command.usage}\n      ${command.summary}`)
  return `Giao Ước: the agreement of an emulation bloc, from draft to public check.\n\n${lines.join('\n')}\n`
}

function parse(command: Command, words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: { ...common, ...command.options }, allowPositionals: true })
  } catch (error) {
    throw new CommandFailed(`${error instanceof Error ? error.message : String(error)}\n${helpOf([command])}`, 2)
  }
}

async function runCommand(command: Command, words: readonly string[]) {
  const { values, positionals } = parse(command, words)
  if (values['help'] === true) return print(helpOf([command]))
  if (positionals.length !== (command.operands ?? 0)) throw new CommandFailed(helpOf([command]), 2)
  return command.run(positionals, values as OptionValues)
}

/** Finds the command by its words and runs it. */
export async function runProgram(commands: readonly Command[], words: readonly string[]): Promise<void> {
  const line = words.join(' ')
  const command = commands.find(({ name }) => line === name || line.startsWith(`${name} `))
  if (command !== undefined) return runCommand(command, words.slice(command.name.split(' ').length))
  if (words.length === 0 || words[0] === '--help' || words[0] === '-h') return print(helpOf(commands))
  throw new CommandFailed(helpOf(commands), 2)
}
