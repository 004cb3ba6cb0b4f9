import { addObject, appendRevision, startDraft } from '../pdf/append.ts'
import type { Draft } from '../pdf/append.ts'
import { resolveArray, resolveDict } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { catalogOf, pagesOf } from '../pdf/pages.ts'
import type { Page } from '../pdf/pages.ts'
import { dict, name, ref, textString, withEntries } from '../pdf/value.ts'
import type { PdfArray, PdfValue } from '../pdf/value.ts'
import { openForSigning } from './open-for-signing.ts'
import { SigningError } from './signing-error.ts'
import { findActiveContent } from '../uploads/find-active-content.ts'

export interface FieldPlace {
  /** Unique in the document; never shown. */
  readonly name: string
  /** Read aloud by viewers: whose signature belongs here. */
  readonly label: string
  /** From 1. */
  readonly page: number
  /** Left, bottom, right, top in PDF points from the lower left corner of the page. */
  readonly rect: readonly [number, number, number, number]
  /** The paper is complete without it. */
  readonly optional?: boolean
}

/** Signatures exist, and the form may only grow. */
const signaturesExistAndAppendOnly = 3
const printAndLocked = 132
const required = 2

/** Appends all empty signature fields in one revision; each has an appearance, so that PDF/A stays PDF/A. */
export async function prepareFields(pdf: Uint8Array, fields: readonly FieldPlace[]): Promise<Uint8Array> {
  const file = openForSigning(pdf)
  demandPlain(file)
  if (new Set(fields.map((field) => field.name)).size < fields.length) throw new SigningError('field.twice')
  const draft = startDraft(file)
  const pages = pagesOf(file)
  const widgets = fields.map((field) => ({ field, page: pageOf(pages, field) }))
  const refs = widgets.map(({ field, page }) => ({ page, num: addWidget(draft, field, page) }))
  for (const page of new Set(refs.map((one) => one.page))) {
    addAnnotations(
      draft,
      page,
      refs.filter((one) => one.page === page).map(({ num }) => ref(num)),
    )
  }
  const form = dict({ Fields: refs.map(({ num }) => ref(num)), SigFlags: signaturesExistAndAppendOnly })
  const catalog = catalogOf(file)
  draft.objects.set(catalog.ref.num, withEntries(catalog.dict, { AcroForm: ref(addObject(draft, form)) }))
  return appendRevision(draft).bytes
}

function pageOf(pages: readonly Page[], field: FieldPlace): Page {
  const page = pages[field.page - 1]
  if (!page) throw new SigningError('page.missing')
  return page
}

function addWidget(draft: Draft, field: FieldPlace, page: Page): number {
  const [left, bottom, right, top] = field.rect
  const nothing = dict({
    Type: name('XObject'),
    Subtype: name('Form'),
    BBox: [0, 0, right - left, top - bottom],
    Resources: dict({}),
  })
  const appearance = addObject(draft, { kind: 'stream', dict: nothing, data: new Uint8Array() })
  const widget = dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: textString(field.name),
    TU: textString(field.label),
    Rect: [...field.rect],
    F: printAndLocked,
    Ff: field.optional === true ? 0 : required,
    P: page.ref,
    AP: dict({ N: ref(appearance) }),
  })
  return addObject(draft, widget)
}

function addAnnotations(draft: Draft, page: Page, added: readonly PdfValue[]): void {
  const old: PdfArray = resolveArray(draft.file, page.dict.get('Annots'))
  draft.objects.set(page.ref.num, withEntries(page.dict, { Annots: [...old, ...added], Tabs: name('S') }))
}

/** What hides in a file before the first signature may be brought out after it (shadow attacks). */
function demandPlain(file: PdfFile): void {
  const form = resolveDict(file, catalogOf(file).dict.get('AcroForm'))
  if (resolveArray(file, form?.get('Fields')).length > 0) throw new SigningError('pdf.hasFields')
  if (findActiveContent(file).length > 0) throw new SigningError('pdf.active')
}
