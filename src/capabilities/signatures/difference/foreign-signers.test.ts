import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { found } from '#platform/errors.ts'
import type { PdfReport } from '../report/report.ts'
import { addKidsField, addValidationData, raiseVersion } from '../testing/attacks.ts'
import {
  makeOutsider,
  rewriteByQpdf,
  signByLibpdf,
  signByLibreOffice,
  signByPdfBox,
  signByPoppler,
} from '../testing/outside/outside-signers.ts'
import type { Outsider } from '../testing/outside/outside-signers.ts'
import { samplePaper } from '../testing/papers.ts'
import { makeHouse, now, signAs, signInTurn } from '../testing/signers.ts'
import type { TestHouse } from '../testing/signers.ts'
import { verifyPdf } from '../verify-pdf.ts'

let house: TestHouse
let outsider: Outsider
let ours: Uint8Array[]
const made: Record<string, Uint8Array> = {}

beforeAll(async () => {
  ;[house, outsider] = await Promise.all([makeHouse(), makeOutsider()])
  ours = await signInTurn(house, 6)
  const [paper, six, five] = [samplePaper('Văn bản ngoài'), found(ours.at(-1)), found(ours[5])]
  const packed = await rewriteByQpdf(outsider, paper, '--object-streams=generate')
  const linear = await rewriteByQpdf(outsider, paper, '--linearize')
  const kids = addKidsField(paper)
  made['office'] = await signByLibreOffice(outsider, 'Văn bản của LibreOffice')
  const [first, seventh, sixth, packedOnce, linearOnce, fielded, onOffice, visible] = await signByPdfBox(outsider, [
    { pdf: paper, how: 'plain' },
    { pdf: six, how: 'plain' },
    { pdf: five, how: 'unit-6' },
    { pdf: packed, how: 'plain' },
    { pdf: linear, how: 'plain' },
    { pdf: paper, how: 'form' },
    { pdf: found(made['office']), how: 'plain' },
    { pdf: found(made['office']), how: 'visible' },
  ])
  Object.assign(made, { seventh, sixth, packedOnce, linearOnce, onOffice, visible })
  const [twice, packedTwice, linearTwice, kidsTwice] = await signByPdfBox(outsider, [
    { pdf: await signByPoppler(outsider, found(first)), how: 'plain' },
    { pdf: await signByPoppler(outsider, found(packedOnce)), how: 'plain' },
    { pdf: found(linearOnce), how: 'plain' },
    { pdf: await signByPoppler(outsider, kids), how: 'kids' },
  ])
  Object.assign(made, { twice, packedTwice, linearTwice, kidsTwice })
  made['popplerSeventh'] = await signByPoppler(outsider, six)
  made['popplerSixth'] = await signByPoppler(outsider, five, 'unit-6')
  made['libpdfSeventh'] = await signByLibpdf(outsider, six)
  made['libpdfSixth'] = await signByLibpdf(outsider, five, 'unit-6')
  const theirs = await signByPoppler(outsider, found(fielded))
  const signer = found(house.signers[0])
  made['oursOnTheirs'] = await signAs(house, signer, theirs, { field: 'later', certify: false })
  made['oursInKids'] = await signAs(house, signer, await signByPoppler(outsider, kids), {
    field: 'kids',
    certify: false,
  })
  made['ninth'] = addValidationData(raiseVersion(await signByPoppler(outsider, found(seventh))))
}, 240_000)

afterAll(() => outsider.close())

async function report(pdf: Uint8Array): Promise<PdfReport> {
  const at = new Date(now.getTime() + 2 * 3_600_000)
  const result = await verifyPdf(pdf, { trust: [house.root, outsider.certificate], at })
  if ('problem' in result) throw new Error(result.problem)
  return result
}

const cases = [
  ['a text printed and signed by LibreOffice', 'office', 1],
  ['the same, signed on top by PDFBox', 'onOffice', 2],
  ['the same, with a visible signature added by PDFBox', 'visible', 2],
  ['a paper signed by PDFBox, poppler and PDFBox', 'twice', 3],
  ['a paper of object streams, signed by PDFBox, poppler and PDFBox', 'packedTwice', 3],
  ['a linearized paper, signed twice by PDFBox', 'linearTwice', 2],
  ['a field whose place is a kid of it, filled by PDFBox after poppler', 'kidsTwice', 2],
  ['a field whose place is a kid of it, filled by us after poppler', 'oursInKids', 2],
  ['ours with a seventh signature by PDFBox', 'seventh', 7],
  ['ours with a seventh signature by poppler', 'popplerSeventh', 7],
  ['ours with a seventh signature by libpdf', 'libpdfSeventh', 7],
  ['ours with the sixth field filled by PDFBox', 'sixth', 6],
  ['ours with the sixth field filled by poppler', 'popplerSixth', 6],
  ['ours with the sixth field filled by libpdf', 'libpdfSixth', 6],
  ['ours in a field of PDFBox, after poppler', 'oursOnTheirs', 2],
  ['ours with two more, a raised version and validation data', 'ninth', 8],
] as const

describe('no alarm is raised by', () => {
  test.each(cases)('%s', async (_, name, count) => {
    const { verdict, signatures, hiddenSignatures } = await report(found(made[name]))
    expect(signatures.map(({ state, problems, changes }) => ({ state, problems, changes }))).toEqual(
      Array.from({ length: count }, () => ({ state: 'intact', problems: [], changes: [] })),
    )
    expect(hiddenSignatures).toBe(0)
    expect(['valid', 'untrusted', 'partlySigned']).toContain(verdict)
  })
})
