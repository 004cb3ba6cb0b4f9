import { printMeasures, quantile } from './report.ts'
import { removeData, residentMb, startProgram } from './program.ts'

const runs = 5
const idleMs = 5000

/** `npm start` on a database that is there, to the first answered request; then memory at rest. */
export async function benchStart(): Promise<void> {
  const first = await startProgram(3901, { demo: true })
  await first.stop()
  const times: number[] = []
  let restingMb = 0
  for (let run = 0; run < runs; run += 1) {
    const program = await startProgram(3901, { demo: false, dataFolder: first.dataFolder })
    times.push(program.startedInMs)
    if (run === runs - 1) {
      await fetch(program.address)
      await new Promise((resolve) => setTimeout(resolve, idleMs))
      restingMb = residentMb(program.process.pid)
    }
    await program.stop()
  }
  await removeData(first)
  printMeasures('start', [
    {
      what: 'npm start to the first answer, median of 5',
      value: quantile(times, 0.5) / 1000,
      unit: 's',
      bar: { at: 3, side: 'most' },
    },
    { what: 'npm start to the first answer, slowest of 5', value: Math.max(...times) / 1000, unit: 's' },
    {
      what: 'resident memory of the web process at rest',
      value: restingMb,
      unit: 'MB',
      bar: { at: 200, side: 'most' },
    },
    { what: 'first demo: install, story, six signatures, first answer', value: first.startedInMs / 1000, unit: 's' },
  ])
}
