import { beforeAll, describe, expect, test } from 'vitest'
import { found } from '#platform/errors.ts'
import { prepareFields } from '../signing/prepare-fields.ts'
import * as attacks from '../testing/attacks.ts'
import { action, append, editCatalog, editFirstPage, firstPage, put } from '../testing/edit.ts'
import type { Attack } from '../testing/edit.ts'
import { makeOutsider, rewriteByQpdf } from '../testing/outside/outside-signers.ts'
import { samplePaper, samplePlaces } from '../testing/papers.ts'
import { makeHouse, now, signInTurn } from '../testing/signers.ts'
import type { TestHouse } from '../testing/signers.ts'
import { addObject } from '../pdf/append.ts'
import { dict, name, ref, textString } from '../pdf/value.ts'
import { demandQuietPdf } from './demand-quiet-pdf.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { openPdfReader } from './pdf-reader.ts'

let house: TestHouse
let signed: Uint8Array
const paper = samplePaper('Giấy ủy quyền')

beforeAll(async () => {
  house = await makeHouse()
  signed = found((await signInTurn(house, 2)).at(-1))
})

const acts = (kind: string) => editCatalog((draft) => ({ OpenAction: action(draft, { S: name(kind) }) }))
const annotated = (entries: Parameters<typeof dict>[0]): Attack =>
  editFirstPage((draft) => {
    const note = dict({ Type: name('Annot'), Rect: [0, 0, 9, 9], ...entries })
    return { Annots: [ref(addObject(draft, note))] }
  })

const external: Attack = (pdf) =>
  append(pdf, (draft) => {
    const entries = dict({ F: textString('khac.bin'), FFilter: name('FlateDecode') })
    put(draft, firstPage(draft), {
      Extra: ref(addObject(draft, { kind: 'stream', dict: entries, data: Buffer.alloc(0) })),
    })
  })

const form: Attack = editCatalog((draft) => {
  const text = ref(addObject(draft, dict({ FT: name('Tx'), T: textString('diem') })))
  return { AcroForm: dict({ Fields: [text] }) }
})

describe('a PDF from outside is refused for', () => {
  test.each<[string, Attack]>([
    ['script', attacks.addScript],
    ['script', attacks.addPageAction],
    ['script', attacks.addNamedScript],
    ['launch', acts('Launch')],
    ['launch', acts('GoToR')],
    ['launch', acts('GoToE')],
    ['submit', acts('SubmitForm')],
    ['submit', acts('ImportData')],
    ['behaviour', acts('Hide')],
    ['behaviour', acts('SetOCGState')],
    ['media', acts('Rendition')],
    ['media', annotated({ Subtype: name('RichMedia') })],
    ['media', annotated({ Subtype: name('3D') })],
    ['attachment', attacks.addAttachment],
    ['attachment', annotated({ Subtype: name('FileAttachment') })],
    ['form', form],
    ['form', editCatalog(() => ({ AcroForm: dict({ Fields: [], XFA: textString('<xdp/>') }) }))],
    ['layers', attacks.addLayers],
    ['elsewhere', external],
    ['hiddenNote', annotated({ Subtype: name('Stamp'), F: 2, AP: dict({}) })],
  ])('%s', (fault, change) => {
    const faults = inspectPdf(change(paper))
    expect(faults).toContain(fault)
  })

  test('encryption', async () => {
    const outsider = await makeOutsider()
    const locked = await rewriteByQpdf(outsider, paper, '--encrypt', '', 'x', '256', '--')
    await outsider.close()
    expect(inspectPdf(locked)).toEqual(['encrypted'])
  })

  test('what it names, though only lenient readers could open it', () => {
    expect(inspectPdf(Buffer.from('%PDF-1.4\n1 0 obj <</S /JavaScript>> endobj'))).toEqual(['script'])
    expect(inspectPdf(Buffer.from('%PDF-1.4\n1 0 obj <</S /Java#53cript>> endobj'))).toEqual(['script'])
    expect(inspectPdf(Buffer.from('%PDF-1.4\nmột bản quét'))).toEqual([])
  })

  test('what is packed away in a file that only lenient readers could open', async () => {
    const outsider = await makeOutsider()
    const packed = await rewriteByQpdf(outsider, attacks.addScript(paper), '--object-streams=generate')
    await outsider.close()
    const broken = Buffer.from(packed)
    broken.write('0', broken.lastIndexOf('startxref') + 'startxref\n'.length)
    expect([inspectPdf(packed), inspectPdf(broken)]).toEqual([['script'], ['unreadable']])
  })
})

test('a paper, a signed one, and one with links and an opening place are accepted', () => {
  const link = annotated({
    Subtype: name('Link'),
    A: dict({ S: name('URI'), URI: textString('https://namdinh.gov.vn') }),
  })
  const opening = editCatalog((draft) => ({ OpenAction: [firstPage(draft).ref, name('Fit')] }))
  for (const pdf of [paper, signed, link(paper), opening(paper)]) expect(inspectPdf(pdf)).toEqual([])
})

test('nothing active gets fields for signatures', async () => {
  const places = samplePlaces(['Một'])
  for (const change of [attacks.addScript, attacks.addLayers, attacks.addAttachment, external]) {
    await expect(prepareFields(change(paper), places)).rejects.toMatchObject({ problem: 'pdf.active' })
  }
  await expect(prepareFields(form(paper), places)).rejects.toMatchObject({ problem: 'pdf.hasFields' })
})

describe('in a process of its own', () => {
  const options = { trust: [] as Uint8Array[], at: now }

  test('a file is verified and inspected as here', async () => {
    const reader = openPdfReader()
    expect(await reader.verify(signed, { ...options, trust: [house.root] })).toMatchObject({ verdict: 'partlySigned' })
    expect(await reader.verify(Buffer.from('không phải'), options)).toEqual({ problem: 'notPdf' })
    expect(await reader.inspect(attacks.addScript(paper))).toEqual(['script'])
    await expect(demandQuietPdf(reader, attacks.addScript(paper))).rejects.toMatchObject({ key: 'uploads.script' })
    await expect(demandQuietPdf(reader, paper)).resolves.toBeUndefined()
  })

  test('one that takes too long or too much is stopped and answered', async () => {
    expect(await openPdfReader({ timeoutMs: 1 }).verify(signed, options)).toEqual({ problem: 'tookTooLong' })
    expect(await openPdfReader({ timeoutMs: 1 }).inspect(signed)).toEqual(['tookTooLong'])
    expect(await openPdfReader({ memoryMegabytes: 1 }).verify(signed, options)).toEqual({ problem: 'tookTooLong' })
  })

  test('more than may wait are told to come again', async () => {
    const reader = openPdfReader({ atOnce: 1, mostWaiting: 1 })
    const answers = await Promise.all([1, 2, 3].map(() => reader.inspect(paper)))
    expect(answers).toEqual([[], [], ['busy']])
  })
})
