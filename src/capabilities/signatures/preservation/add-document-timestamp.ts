import { openForSigning } from '../signing/open-for-signing.ts'
import { addObject, appendRevision, startDraft } from '../pdf/append.ts'
import type { Draft } from '../pdf/append.ts'
import { resolve, resolveArray, resolveDict } from '../pdf/file.ts'
import { catalogOf, pagesOf, signatureFieldsOf } from '../pdf/pages.ts'
import { dict, isKind, name, ref, textString, withEntries } from '../pdf/value.ts'
import type { PdfValue } from '../pdf/value.ts'
import { digestOf, emptyGap, fillGap, placeGap } from '../judging/signature-gap.ts'
import { SigningError } from '../signing/signing-error.ts'
import type { TimestampClient } from '../cms/timestamp.ts'

const printAndLocked = 132

/**
 * Appends a time stamp over the whole file (ETSI.RFC3161) in a field of its own without a place on the page. Throws
 * SigningError.
 */
export async function addDocumentTimestamp(pdf: Uint8Array, client: TimestampClient): Promise<Uint8Array> {
  const draft = startDraft(openForSigning(pdf))
  const value = addObject(
    draft,
    dict({
      Type: name('DocTimeStamp'),
      Filter: name('Adobe.PPKLite'),
      SubFilter: name('ETSI.RFC3161'),
      ...emptyGap,
    }),
  )
  addField(draft, value)
  const { bytes, offsets } = appendRevision(draft)
  const range = placeGap(bytes, offsets.get(value) ?? bytes.length)
  return fillGap(bytes, range, await client.stamp(digestOf(bytes, range)))
}

function addField(draft: Draft, value: number): void {
  const [page] = pagesOf(draft.file)
  if (!page) throw new SigningError('page.missing')
  const widget = addObject(
    draft,
    dict({
      Type: name('Annot'),
      Subtype: name('Widget'),
      FT: name('Sig'),
      T: textString(freeName(draft)),
      Rect: [0, 0, 0, 0],
      F: printAndLocked,
      P: page.ref,
      V: ref(value),
    }),
  )
  grow(draft, { of: page.ref, key: 'Annots', by: ref(widget) })
  growForm(draft, ref(widget))
}

function freeName({ file }: Draft): string {
  const taken = new Set(signatureFieldsOf(file).map((field) => field.name))
  let number = 1
  while (taken.has(`timestamp-${number}`)) number += 1
  return `timestamp-${number}`
}

/** A list that is an object of its own is written anew; one inside its owner makes the owner be written anew. */
function grow(draft: Draft, { of, key, by }: { of: PdfValue; key: string; by: PdfValue }): void {
  const owner = resolveDict(draft.file, of)
  if (!owner || !isKind(of, 'ref')) throw new SigningError('pdf.unreadable')
  const list = owner.get(key)
  const grown = [...resolveArray(draft.file, list), by]
  if (isKind(list, 'ref') && Array.isArray(resolve(draft.file, list))) draft.objects.set(list.num, grown)
  else draft.objects.set(of.num, withEntries(owner, { [key]: grown }))
}

function growForm(draft: Draft, widget: PdfValue): void {
  const catalog = catalogOf(draft.file)
  const pointer = catalog.dict.get('AcroForm')
  if (isKind(pointer, 'ref')) {
    grow(draft, { of: pointer, key: 'Fields', by: widget })
    return
  }
  const form = resolveDict(draft.file, pointer) ?? dict({ SigFlags: 3 })
  const fields = [...resolveArray(draft.file, form.get('Fields')), widget]
  draft.objects.set(catalog.ref.num, withEntries(catalog.dict, { AcroForm: withEntries(form, { Fields: fields }) }))
}
