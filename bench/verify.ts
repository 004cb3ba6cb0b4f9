import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { prepareFields } from '../src/capabilities/signatures/signing/prepare-fields.ts'
import { samplePages, samplePlaces } from '../src/capabilities/signatures/testing/papers.ts'
import { makeHouse, now, signAs, signInTurn } from '../src/capabilities/signatures/testing/signers.ts'
import type { TestHouse } from '../src/capabilities/signatures/testing/signers.ts'
import { openPdfReader } from '../src/capabilities/signatures/uploads/pdf-reader.ts'
import { verifyPdf } from '../src/capabilities/signatures/verify-pdf.ts'
import { found } from '../src/platform/errors.ts'
import { printMeasures, quantile } from './report.ts'
import type { Measure } from './report.ts'

const run = promisify(execFile)

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

async function median(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let count = 0; count < runs; count += 1) times.push(await milliseconds(work))
  return quantile(times, 0.5)
}

async function sixSignatures(house: TestHouse, pdf: Uint8Array, path: string): Promise<Measure[]> {
  const options = { trust: [house.root], at: new Date(now.getTime() + 3_600_000) }
  const reader = openPdfReader()
  await writeFile(path, pdf)
  const rival = {
    name: 'pdfsig -nocert, a process each',
    value: await median(15, () => run('pdfsig', ['-nocert', path])),
  }
  const [inside, apart] = [() => verifyPdf(pdf, options), () => reader.verify(pdf, options)]
  return [
    { what: 'six signatures, with difference analysis, median', value: await median(15, inside), unit: 'ms', rival },
    {
      what: 'the same in a process of its own',
      value: await median(15, apart),
      unit: 'ms',
      rival,
      bar: { at: 2000, side: 'most' },
    },
  ]
}

const manyPages = 1000

/** What is larger than anyone sends, and what is larger than is looked at. */
async function largeOnes(house: TestHouse): Promise<Measure[]> {
  const options = { trust: [house.root], at: new Date(now.getTime() + 3_600_000) }
  const places = samplePlaces(['Một', 'Hai']).map((place) => ({ ...place, page: manyPages }))
  const base = await prepareFields(samplePages(manyPages), places)
  const first = await signAs(house, found(house.signers[0]), base, { field: 'unit-1', certify: true })
  const second = await signAs(house, found(house.signers[1]), first, { field: 'unit-2', certify: false })
  const huge = new Uint8Array(200 * 1024 * 1024)
  huge.set(Buffer.from('%PDF-1.7\n'))
  const reader = openPdfReader()
  return [
    {
      what: `${manyPages} pages, two signatures, apart`,
      value: await median(3, () => reader.verify(second, options)),
      unit: 'ms',
      bar: { at: 5000, side: 'most' },
    },
    {
      what: '200 MB, refused unread',
      value: await median(3, () => reader.verify(huge, options)),
      unit: 'ms',
      bar: { at: 50, side: 'most' },
    },
  ]
}

/** Our verifier beside pdfsig, on the same file in the same run. */
export async function benchVerify(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'giao-uoc-bench-'))
  try {
    const house = await makeHouse()
    const six = found((await signInTurn(house, 6)).at(-1))
    printMeasures('verify', [
      ...(await sixSignatures(house, six, join(folder, 'six.pdf'))),
      ...(await largeOnes(house)),
    ])
  } finally {
    await rm(folder, { recursive: true })
  }
}
