import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectFolder = fileURLToPath(new URL('../', import.meta.url))

/** Programs of the packages come first, and their Node with them, also where npm did not start us. */
const path = [`${projectFolder}node_modules/.bin`, process.env['PATH']].join(delimiter)

/**
 * Runs a program in the project's folder with our own input, and our output or an open file's; answers whether it
 * ended well. A ^C in the terminal reaches it too: we outlive it and clean up.
 */
export async function runProgram(
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  output: number | 'inherit' = 'inherit',
): Promise<boolean> {
  const [program = '', ...rest] = words
  const stdio = ['inherit', output, output] as const
  const child = spawn(program, rest, { cwd: projectFolder, stdio: [...stdio], env: { ...env, PATH: path } })
  const pass = (signal: NodeJS.Signals) => child.kill(signal)
  const stay = () => undefined
  process.on('SIGTERM', pass).on('SIGINT', stay)
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject)
      child.on('exit', (code) => resolve(code === 0))
    })
  } finally {
    process.off('SIGTERM', pass).off('SIGINT', stay)
  }
}
