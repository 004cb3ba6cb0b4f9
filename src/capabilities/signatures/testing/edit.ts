import { addObject, appendRevision, startDraft } from '../pdf/append.ts'
import type { Draft } from '../pdf/append.ts'
import { openPdf } from '../pdf/file.ts'
import { catalogOf, pagesOf, signatureFieldsOf } from '../pdf/pages.ts'
import type { Page, SignatureField } from '../pdf/pages.ts'
import { dict, name, ref, withEntries } from '../pdf/value.ts'
import type { PdfDict, PdfRef, PdfValue } from '../pdf/value.ts'

/** Things a forger may do to a signed file without any key; each is a revision appended by the rules of PDF. */
export type Attack = (pdf: Uint8Array) => Uint8Array

export function append(pdf: Uint8Array, change: (draft: Draft) => void): Uint8Array {
  const draft = startDraft(openPdf(pdf))
  change(draft)
  return appendRevision(draft).bytes
}

/** Entries put into an object that stands in the file. */
export function put(
  draft: Draft,
  { ref, dict }: { ref: PdfRef; dict: PdfDict },
  entries: Record<string, PdfValue>,
): void {
  const old = draft.objects.get(ref.num)
  draft.objects.set(ref.num, withEntries(old instanceof Map ? old : dict, entries))
}

export const editCatalog =
  (entries: (draft: Draft) => Record<string, PdfValue>): Attack =>
  (pdf) =>
    append(pdf, (draft) => put(draft, catalogOf(draft.file), entries(draft)))

export const editFirstPage =
  (entries: (draft: Draft, page: Page) => Record<string, PdfValue>): Attack =>
  (pdf) =>
    append(pdf, (draft) => {
      const page = firstPage(draft)
      put(draft, page, entries(draft, page))
    })

export function firstPage({ file }: Draft): Page {
  const [page] = pagesOf(file)
  if (!page) throw new Error('no page')
  return page
}

export function field(draft: Draft, wanted: string): SignatureField {
  const found = signatureFieldsOf(draft.file).find((one) => one.name === wanted)
  if (!found) throw new Error(`no field ${wanted}`)
  return found
}

export const editField =
  (wanted: string, entries: (draft: Draft, field: SignatureField) => Record<string, PdfValue>): Attack =>
  (pdf) =>
    append(pdf, (draft) => {
      const found = field(draft, wanted)
      put(draft, found, entries(draft, found))
    })

export function drawing(draft: Draft, code: string): PdfValue {
  return ref(addObject(draft, { kind: 'stream', dict: dict({}), data: Buffer.from(code) }))
}

export function form(draft: Draft, code: string): PdfValue {
  const entries = { Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 150, 60], Resources: dict({}) }
  return ref(addObject(draft, { kind: 'stream', dict: dict(entries), data: Buffer.from(code) }))
}

export const action = (draft: Draft, entries: Record<string, PdfValue>): PdfValue =>
  ref(addObject(draft, dict({ Type: name('Action'), ...entries })))

export const whiteBox = 'q 1 1 1 rg 50 300 400 200 re f Q'
