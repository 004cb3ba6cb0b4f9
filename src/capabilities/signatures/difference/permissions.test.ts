import { beforeAll, describe, expect, test } from 'vitest'
import { found } from '#platform/errors.ts'
import { catalogOf, pagesOf, signatureFieldsOf } from '../pdf/pages.ts'
import { addObject } from '../pdf/append.ts'
import type { Draft } from '../pdf/append.ts'
import { openPdf, resolveArray, resolveDict } from '../pdf/file.ts'
import { dict, isKind, name, ref, textString, withEntries } from '../pdf/value.ts'
import type { PdfDict, PdfValue } from '../pdf/value.ts'
import { addAnnotation, addValidationData } from '../testing/attacks.ts'
import { addToForm, editSignature, layField } from '../testing/attacks-on-signatures.ts'
import { append, editCatalog, field, put } from '../testing/edit.ts'
import type { Attack } from '../testing/edit.ts'
import { prepareFields } from '../signing/prepare-fields.ts'
import { samplePaper, samplePlaces } from '../testing/papers.ts'
import { makeHouse, signAs, signInTurn } from '../testing/signers.ts'
import { compareRevisions } from './compare-revisions.ts'
import { permissionsOf } from './permissions.ts'

let revisions: Uint8Array[]

beforeAll(async () => {
  revisions = await signInTurn(await makeHouse(), 3)
})

const [one, two, three] = [1, 2, 3].map((signed) => () => found(revisions[signed]))

/** As if the signature had been made with these words; the comparison does not ask whether it matches. */
const saying = (method: string, params: PdfDict, pdf: Uint8Array) =>
  editSignature(
    (old) => withEntries(old, { Reference: [dict({ TransformMethod: name(method), TransformParams: params })] }),
    'unit-1',
  )(pdf)

const changesAfter = (base: Uint8Array, change: Attack) => {
  const [old, fresh] = [openPdf(base), openPdf(change(base))]
  return compareRevisions(old, fresh, { left: 1_000_000 }).map(({ kind }) => kind)
}

/** What the second signer wrote, put behind another base. */
const signsNext: Attack = (pdf) =>
  append(pdf, (draft) => {
    const signed = openPdf(found(two)())
    const field = found(signatureFieldsOf(signed).find((one) => one.name === 'unit-2'))
    const value = field.value ?? new Map<string, PdfValue>()
    const next = draft.next
    draft.next += 1
    draft.objects.set(next, value)
    draft.objects.set(
      field.ref.num,
      withEntries(field.dict, { V: { kind: 'ref', num: next, gen: 0 }, AP: emptyField(pdf) }),
    )
  })

const emptyField = (pdf: Uint8Array) =>
  found(signatureFieldsOf(openPdf(pdf)).find((one) => one.name === 'unit-2')).dict.get('AP') ?? null

const nothing = layField({ rect: [0, 0, 0, 0] })

describe('a certifying signature', () => {
  const at = (level: number) => saying('DocMDP', dict({ P: level, V: name('1.2') }), found(one)())

  test('that allows nothing forbids the next signature and a new field, but no proofs', () => {
    expect(changesAfter(at(1), signsNext)).toEqual(['forbidden'])
    expect(changesAfter(at(1), nothing)).toEqual(['forbidden'])
    expect(changesAfter(at(1), addValidationData)).toEqual([])
  })

  test('that allows filling lets the next one sign', () => {
    expect(changesAfter(at(2), signsNext)).toEqual([])
    expect(changesAfter(at(2), nothing)).toEqual([])
  })

  test('that allows annotations gets none past us', () => {
    expect(changesAfter(at(3), addAnnotation)).toEqual(['annotation'])
  })

  test('without a level means filling, and the strictest of several counts', () => {
    const level = (pdf: Uint8Array) => permissionsOf(openPdf(pdf), signatureFieldsOf(openPdf(pdf))).level
    expect(level(saying('DocMDP', dict({}), found(one)()))).toBe(2)
    expect(level(saying('FieldMDP', dict({ Action: name('All'), P: 1 }), found(two)()))).toBe(1)
    expect(level(found(revisions[0]))).toBe(null)
  })
})

describe('a lock', () => {
  const locking = (params: Record<string, PdfValue>) => saying('FieldMDP', dict(params), found(one)())
  const listed = (...names: string[]) => ({ Fields: names.map(textString) })

  test.each([
    ['on every field', { Action: name('All') }, ['forbidden']],
    ['on this one', { Action: name('Include'), ...listed('unit-2') }, ['forbidden']],
    ['on another', { Action: name('Include'), ...listed('unit-3') }, []],
    ['on all but this one', { Action: name('Exclude'), ...listed('unit-2') }, []],
    ['on all but another', { Action: name('Exclude'), ...listed('unit-3') }, ['forbidden']],
  ])('%s', (_, params, kinds) => {
    expect(changesAfter(locking(params), signsNext)).toEqual(kinds)
  })
})

describe('what programs write beside a signature', () => {
  const info =
    (entries: Record<string, PdfValue>): Attack =>
    (pdf) =>
      append(pdf, (draft) => {
        const pointer = draft.file.trailer.get('Info')
        const old = resolveDict(draft.file, pointer)
        if (isKind(pointer, 'ref') && old) draft.objects.set(pointer.num, withEntries(old, entries))
      })
  const xmp =
    (change: (text: string) => string): Attack =>
    (pdf) =>
      append(pdf, (draft) => {
        const pointer = catalogOf(draft.file).dict.get('Metadata')
        if (!isKind(pointer, 'ref')) return
        const [start] = [Buffer.from(pdf).indexOf('<?xpacket begin')]
        const end = Buffer.from(pdf).indexOf('<?xpacket end', start)
        const text = change(Buffer.from(pdf.subarray(start, end)).toString('utf8'))
        const stream = dict({ Type: name('Metadata'), Subtype: name('XML') })
        draft.objects.set(pointer.num, { kind: 'stream', dict: stream, data: Buffer.from(text) })
      })
  const dated = (text: string) => text.replace('</rdf:RDF>', '<rdf:Description xmp:ModifyDate="2026-11-24"/></rdf:RDF>')

  test.each<[string, Attack, string[]]>([
    ['a date', info({ ModDate: textString('D:20261124') }), []],
    ['a program', info({ Producer: textString('Khác') }), []],
    ['a title', info({ Title: textString('Khác') }), ['metadata']],
    ['a date that is no words', info({ ModDate: dict({}) }), ['metadata']],
    ['the same XMP unpacked', xmp((text) => text), []],
    ['another title in XMP', xmp((text) => text.replace('Bản ký kết', 'Bản khác')), ['metadata']],
    ['an older version', editCatalog(() => ({ Version: name('1.0') })), ['document']],
  ])('%s', (_, change, kinds) => {
    expect(changesAfter(found(three)(), change)).toEqual(kinds)
  })

  test('a date in XMP counts only where it stands as one', () => {
    expect(changesAfter(found(three)(), xmp(dated))).toEqual(['metadata'])
  })
})

describe('a visible place that nobody prepared', () => {
  const listOn = (draft: Draft, index: number, pointer: PdfValue) => {
    const page = found(pagesOf(draft.file)[index])
    put(draft, page, { Annots: [...resolveArray(draft.file, page.dict.get('Annots')), pointer] })
    return page.ref
  }
  const signedOn =
    (index: number): Attack =>
    (pdf) =>
      append(pdf, (draft) => {
        const laid = ref(addObject(draft, null))
        const value = ref(addObject(draft, new Map(field(draft, 'unit-1').value ?? [])))
        const place = { Type: name('Annot'), Subtype: name('Widget'), FT: name('Sig'), F: 4, Rect: [10, 10, 40, 30] }
        const page = listOn(draft, index, laid)
        draft.objects.set(laid.num, dict({ ...place, T: textString('la'), V: value, P: page }))
        addToForm(draft, laid)
      })
  const alsoOn =
    (index: number, change: Attack): Attack =>
    (pdf) =>
      append(change(pdf), (draft) => listOn(draft, index, field(draft, 'la').ref))

  test('may stand on any page, but on none besides the one that it names', async () => {
    const house = await makeHouse()
    const paper = await prepareFields(samplePaper('Giao ước'), samplePlaces(['một', 'hai']))
    const base = await signAs(house, found(house.signers[0]), paper, { field: 'unit-1', certify: false })
    expect([0, 1].map((index) => changesAfter(base, signedOn(index)))).toEqual([[], []])
    expect(changesAfter(base, alsoOn(1, signedOn(0)))).toEqual(['annotation'])
    expect(changesAfter(base, alsoOn(0, signedOn(1)))).toEqual(['annotation'])
  })
})
