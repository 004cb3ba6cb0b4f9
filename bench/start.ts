import { printMeasures, quantile } from './report.ts'
import { removeData, residentMb, startProgram } from './program.ts'

const port = 3901
const runs = 5
const idleMs = 5000

async function startTimes(dataFolder: string): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const program = await startProgram({ port, demo: false, dataFolder, viaNpm: true })
    times.push(program.startedInMs)
    await program.stop()
  }
  return times
}

async function restingMemory(dataFolder: string): Promise<number> {
  const program = await startProgram({ port, demo: false, dataFolder })
  await fetch(program.address)
  await new Promise((resolve) => setTimeout(resolve, idleMs))
  const resting = residentMb(program.process.pid)
  await program.stop()
  return resting
}

/** `npm start` on a database that is there, to the first answered request; then memory at rest. */
export async function benchStart(): Promise<void> {
  const first = await startProgram({ port, demo: true })
  await first.stop()
  const times = await startTimes(first.dataFolder)
  const resting = await restingMemory(first.dataFolder)
  await removeData(first.dataFolder)
  const bar = { at: 3, side: 'most' } as const
  printMeasures('start', [
    { what: 'npm start to the first answer, median of 5', value: quantile(times, 0.5) / 1000, unit: 's', bar },
    { what: 'npm start to the first answer, slowest of 5', value: Math.max(...times) / 1000, unit: 's', bar },
    { what: 'resident memory of the web process at rest', value: resting, unit: 'MB', bar: { at: 200, side: 'most' } },
    { what: 'first demo: cluster, story, six signatures, first answer', value: first.startedInMs / 1000, unit: 's' },
  ])
}
