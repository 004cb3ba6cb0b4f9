import { addObject, appendRevision, startDraft } from '../pdf/append.ts'
import type { Draft } from '../pdf/append.ts'
import { openPdf, resolveArray } from '../pdf/file.ts'
import { catalogOf, pagesOf, signatureFieldsOf } from '../pdf/pages.ts'
import type { SignatureField } from '../pdf/pages.ts'
import { dict, name, ref, textString, withEntries } from '../pdf/value.ts'
import type { PdfValue } from '../pdf/value.ts'

/** Things a forger may do to a signed file without any key; each is a revision appended by the rules of PDF. */
export type Attack = (pdf: Uint8Array) => Uint8Array

function append(pdf: Uint8Array, change: (draft: Draft) => void): Uint8Array {
  const draft = startDraft(openPdf(pdf))
  change(draft)
  return appendRevision(draft).bytes
}

function drawing(draft: Draft, code: string): PdfValue {
  return ref(addObject(draft, { kind: 'stream', dict: dict({}), data: Buffer.from(code) }))
}

function form(draft: Draft, code: string): PdfValue {
  const entries = { Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 150, 60], Resources: dict({}) }
  return ref(addObject(draft, { kind: 'stream', dict: dict(entries), data: Buffer.from(code) }))
}

function field(draft: Draft, wanted: string): SignatureField {
  const found = signatureFieldsOf(draft.file).find((one) => one.name === wanted)
  if (!found) throw new Error(`no field ${wanted}`)
  return found
}

const whiteBox = 'q 1 1 1 rg 50 300 400 200 re f Q'

export const paintOver: Attack = (pdf) =>
  append(pdf, (draft) => {
    const page = pagesOf(draft.file)[0]
    if (!page) return
    const contents = [page.dict.get('Contents') ?? null, drawing(draft, whiteBox)]
    draft.objects.set(page.ref.num, withEntries(page.dict, { Contents: contents }))
  })

export const replaceContent: Attack = (pdf) =>
  append(pdf, (draft) => {
    const contents = pagesOf(draft.file)[0]?.dict.get('Contents')
    if (typeof contents !== 'object' || contents === null || !('num' in contents)) return
    draft.objects.set(contents.num, { kind: 'stream', dict: dict({}), data: Buffer.from(whiteBox) })
  })

export const addAnnotation: Attack = (pdf) =>
  append(pdf, (draft) => {
    const page = pagesOf(draft.file)[0]
    if (!page) return
    const stamp = dict({
      Type: name('Annot'),
      Subtype: name('Stamp'),
      Rect: [50, 300, 450, 500],
      F: 4,
      AP: dict({ N: form(draft, whiteBox) }),
    })
    const annotations = [...resolveArray(draft.file, page.dict.get('Annots')), ref(addObject(draft, stamp))]
    draft.objects.set(page.ref.num, withEntries(page.dict, { Annots: annotations }))
  })

export const moveWidget: Attack = (pdf) =>
  append(pdf, (draft) => {
    const { ref: pointer, dict: widget } = field(draft, 'unit-1')
    draft.objects.set(pointer.num, withEntries(widget, { Rect: [0, 0, 595, 842] }))
  })

export const swapStamp: Attack = (pdf) =>
  append(pdf, (draft) => {
    const { ref: pointer, dict: widget } = field(draft, 'unit-1')
    draft.objects.set(pointer.num, withEntries(widget, { AP: dict({ N: form(draft, '1 0 0 rg 0 0 150 60 re f') }) }))
  })

export const swapPages: Attack = (pdf) =>
  append(pdf, (draft) => {
    const [first, second] = pagesOf(draft.file)
    const root = catalogOf(draft.file).dict.get('Pages')
    if (!first || !second || typeof root !== 'object' || root === null || !('num' in root)) return
    const pages = dict({ Type: name('Pages'), Count: 2, Kids: [second.ref, first.ref] })
    draft.objects.set(root.num, pages)
  })

export const addScript: Attack = (pdf) =>
  append(pdf, (draft) => {
    const { ref: pointer, dict: catalog } = catalogOf(draft.file)
    const action = dict({ S: name('JavaScript'), JS: { kind: 'string', bytes: Buffer.from('app.alert(1)') } })
    draft.objects.set(pointer.num, withEntries(catalog, { OpenAction: action }))
  })

/** Shows someone's signature a second time, in the field of somebody who has not signed. */
export const borrowSignature: Attack = (pdf) =>
  append(pdf, (draft) => {
    const { dict: signed } = field(draft, 'unit-1')
    const { ref: pointer, dict: empty } = field(draft, 'unit-6')
    draft.objects.set(pointer.num, withEntries(empty, { V: signed.get('V') ?? null, AP: signed.get('AP') ?? null }))
  })

/** Fills an empty field with a picture and no signature. */
export const paintField: Attack = (pdf) =>
  append(pdf, (draft) => {
    const { ref: pointer, dict: empty } = field(draft, 'unit-6')
    draft.objects.set(pointer.num, withEntries(empty, { AP: dict({ N: form(draft, whiteBox) }) }))
  })

/** No attack: what is kept for checking the signatures years later. */
export const addValidationData: Attack = (pdf) =>
  append(pdf, (draft) => {
    const { ref: pointer, dict: catalog } = catalogOf(draft.file)
    const certificate = ref(addObject(draft, { kind: 'stream', dict: dict({}), data: Buffer.from('DER') }))
    draft.objects.set(pointer.num, withEntries(catalog, { DSS: ref(addObject(draft, dict({ Certs: [certificate] }))) }))
  })

/** Takes the form away, so that the file seems never to have been signed. */
export const hideSignatures: Attack = (pdf) =>
  append(pdf, (draft) => {
    const { ref: pointer, dict: catalog } = catalogOf(draft.file)
    draft.objects.set(pointer.num, new Map([...catalog].filter(([key]) => key !== 'AcroForm')))
  })

/** Takes their places off the pages as well. */
export const hideFields: Attack = (pdf) =>
  append(hideSignatures(pdf), (draft) => {
    for (const page of pagesOf(draft.file)) draft.objects.set(page.ref.num, withEntries(page.dict, { Annots: [] }))
  })

export const growTail: Attack = (pdf) => Buffer.concat([pdf, Buffer.from('\n% more\n')])

/** One bit of the text of the first page. */
export const flipBit: Attack = (pdf) => {
  const copy = Buffer.from(pdf)
  copy[copy.indexOf('stream\n') + 10] = (copy[copy.indexOf('stream\n') + 10] ?? 0) ^ 1
  return copy
}

/** No attack: a later program needs a later version of PDF. */
export const raiseVersion: Attack = (pdf) =>
  append(pdf, (draft) => {
    const { ref: pointer, dict: catalog } = catalogOf(draft.file)
    const level = dict({ BaseVersion: name('2.0'), ExtensionLevel: 32_002 })
    const extensions = dict({ ISO_: level })
    draft.objects.set(pointer.num, withEntries(catalog, { Version: name('2.0'), Extensions: extensions }))
  })

/** No attack: an empty field `kids` on the first page, with its place in an object of its own. */
export const addKidsField: Attack = (pdf) =>
  append(pdf, (draft) => {
    const page = pagesOf(draft.file)[0]
    const catalog = catalogOf(draft.file)
    if (!page) return
    const [parent, kid] = [addObject(draft, null), addObject(draft, null)]
    const place = { Type: name('Annot'), Subtype: name('Widget'), Rect: [40, 40, 190, 100], F: 4, P: page.ref }
    draft.objects.set(kid, dict({ ...place, Parent: ref(parent), AP: dict({ N: form(draft, '') }) }))
    draft.objects.set(parent, dict({ FT: name('Sig'), T: textString('kids'), Kids: [ref(kid)] }))
    draft.objects.set(page.ref.num, withEntries(page.dict, { Annots: [ref(kid)] }))
    const fields = dict({ Fields: [ref(parent)], SigFlags: 3 })
    draft.objects.set(catalog.ref.num, withEntries(catalog.dict, { AcroForm: ref(addObject(draft, fields)) }))
  })
