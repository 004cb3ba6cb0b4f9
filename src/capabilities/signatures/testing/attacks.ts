import { addObject } from '../pdf/append.ts'
import type { Draft } from '../pdf/append.ts'
import { resolveArray, resolveDict } from '../pdf/file.ts'
import { catalogOf, pagesOf } from '../pdf/pages.ts'
import { dict, isDict, isKind, name, ref, textString, withEntries } from '../pdf/value.ts'
import type { PdfDict, PdfValue } from '../pdf/value.ts'
import { action, append, drawing, editCatalog, editField, editFirstPage, field, firstPage, form, put } from './edit.ts'
import { whiteBox } from './edit.ts'
import type { Attack } from './edit.ts'

export const paintOver = editFirstPage((draft, page) => ({
  Contents: [page.dict.get('Contents') ?? null, drawing(draft, whiteBox)],
}))

export const replaceContent: Attack = (pdf) =>
  append(pdf, (draft) => {
    const contents = firstPage(draft).dict.get('Contents')
    if (!isKind(contents, 'ref')) return
    draft.objects.set(contents.num, { kind: 'stream', dict: dict({}), data: Buffer.from(whiteBox) })
  })

function laid(draft: Draft, entries: Record<string, PdfValue>): PdfValue[] {
  const old = resolveArray(draft.file, firstPage(draft).dict.get('Annots'))
  const shape = { Type: name('Annot'), Rect: [50, 300, 450, 500], F: 4, AP: dict({ N: form(draft, whiteBox) }) }
  return [...old, ref(addObject(draft, dict({ ...shape, ...entries })))]
}

const layAnnotation = (entries: Record<string, PdfValue>) =>
  editFirstPage((draft) => ({ Annots: laid(draft, entries) }))

export const addAnnotation = layAnnotation({ Subtype: name('Stamp') })
export const addFreeText = layAnnotation({ Subtype: name('FreeText'), Contents: textString('9,5 điểm') })
export const addRedaction = layAnnotation({ Subtype: name('Redact'), IC: [1, 1, 1] })
export const addTextField = layAnnotation({
  Subtype: name('Widget'),
  FT: name('Tx'),
  T: textString('diem'),
  V: textString('9,5'),
})

export const moveWidget = editField('unit-1', () => ({ Rect: [0, 0, 595, 842] }))

export const swapStamp = editField('unit-1', (draft) => ({ AP: dict({ N: form(draft, '1 0 0 rg 0 0 150 60 re f') }) }))

/** The shadow attack "replace": other letters under the same words. */
export const swapFonts: Attack = (pdf) =>
  append(pdf, (draft) => {
    const fonts = resolveDict(draft.file, resolveDict(draft.file, firstPage(draft).dict.get('Resources'))?.get('Font'))
    const [one, other] = [...(fonts?.values() ?? [])]
    const dicts = [one, other].map((font) => resolveDict(draft.file, font))
    if (!isKind(one, 'ref') || !isKind(other, 'ref')) throw new Error('two fonts are needed')
    draft.objects.set(one.num, dicts[1] ?? null)
    draft.objects.set(other.num, dicts[0] ?? null)
  })

const editPages =
  (change: (kids: readonly PdfValue[]) => readonly PdfValue[]): Attack =>
  (pdf) =>
    append(pdf, (draft) => {
      const root = catalogOf(draft.file).dict.get('Pages')
      const kids = change(pagesOf(draft.file).map((page) => page.ref))
      if (isKind(root, 'ref'))
        draft.objects.set(root.num, dict({ Type: name('Pages'), Count: kids.length, Kids: kids }))
    })

export const swapPages = editPages(([first = null, ...rest]) => [...rest, first])
export const dropPage = editPages(([, ...rest]) => rest)
export const repeatPage = editPages(([first = null, ...rest]) => [first, ...rest, first])
export const cropPage = editFirstPage(() => ({ CropBox: [0, 0, 595, 400] }))
export const turnPage = editFirstPage(() => ({ Rotate: 180 }))

const script = (draft: Draft) => action(draft, { S: name('JavaScript'), JS: textString('app.alert(1)') })

export const addScript = editCatalog((draft) => ({ OpenAction: script(draft) }))
export const addPageAction = editFirstPage((draft) => ({ AA: dict({ O: script(draft) }) }))
export const addNamedScript = editCatalog((draft) => ({
  Names: dict({ JavaScript: dict({ Names: [textString('a'), script(draft)] }) }),
}))
export const addAttachment = editCatalog((draft) => {
  const file = addObject(draft, {
    kind: 'stream',
    dict: dict({ Type: name('EmbeddedFile') }),
    data: Buffer.from('khác'),
  })
  const spec = dict({ Type: name('Filespec'), F: textString('khac.txt'), EF: dict({ F: ref(file) }) })
  return { Names: dict({ EmbeddedFiles: dict({ Names: [textString('khac.txt'), ref(addObject(draft, spec))] }) }) }
})
export const addLayers = editCatalog((draft) => {
  const layer = ref(addObject(draft, dict({ Type: name('OCG'), Name: textString('Lớp') })))
  return { OCProperties: dict({ OCGs: [layer], D: dict({ OFF: [layer] }) }) }
})
export const renameLanguage = editCatalog(() => ({ Lang: textString('en') }))

export const retitle: Attack = (pdf) =>
  append(pdf, (draft) => {
    const info = draft.file.trailer.get('Info')
    const old = resolveDict(draft.file, info)
    if (isKind(info, 'ref') && old) draft.objects.set(info.num, withEntries(old, { Title: textString('Bản khác') }))
  })

/** Shows someone's signature a second time, in the field of somebody who has not signed. */
export const borrowSignature = editField('unit-6', (draft) => {
  const { dict: signed } = field(draft, 'unit-1')
  return { V: signed.get('V') ?? null, AP: signed.get('AP') ?? null }
})

/** Fills an empty field with a picture and no signature. */
export const paintField = editField('unit-6', (draft) => ({ AP: dict({ N: form(draft, whiteBox) }) }))

/** No attack: what is kept for checking the signatures years later. */
export const addValidationData = editCatalog((draft) => {
  const certificate = ref(addObject(draft, { kind: 'stream', dict: dict({}), data: Buffer.from('DER') }))
  return { DSS: ref(addObject(draft, dict({ Certs: [certificate] }))) }
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
    for (const page of pagesOf(draft.file)) put(draft, page, { Annots: [] })
  })

export const growTail: Attack = (pdf) => Buffer.concat([pdf, Buffer.from('\n% more\n')])

/** One bit of the text of the first page. */
export const flipBit: Attack = (pdf) => {
  const copy = Buffer.from(pdf)
  copy[copy.indexOf('stream\n') + 10] = (copy[copy.indexOf('stream\n') + 10] ?? 0) ^ 1
  return copy
}

/** No attack: a later program needs a later version of PDF. */
export const raiseVersion = editCatalog(() => {
  const level = dict({ BaseVersion: name('2.0'), ExtensionLevel: 32_002 })
  return { Version: name('2.0'), Extensions: dict({ ISO_: level }) }
})

/** No attack: an empty field `kids` on the first page, with its place in an object of its own. */
export const addKidsField: Attack = (pdf) =>
  append(pdf, (draft) => {
    const page = firstPage(draft)
    const [parent, kid] = [addObject(draft, null), addObject(draft, null)]
    const place = { Type: name('Annot'), Subtype: name('Widget'), Rect: [40, 40, 190, 100], F: 4, P: page.ref }
    draft.objects.set(kid, dict({ ...place, Parent: ref(parent), AP: dict({ N: form(draft, '') }) }))
    draft.objects.set(parent, dict({ FT: name('Sig'), T: textString('kids'), Kids: [ref(kid)] }))
    put(draft, page, { Annots: [ref(kid)] })
    const fields = dict({ Fields: [ref(parent)], SigFlags: 3 })
    put(draft, catalogOf(draft.file), { AcroForm: ref(addObject(draft, fields)) })
  })

/** Entries put into the form. */
export const editForm =
  (entries: (draft: Draft, form: PdfDict) => Record<string, PdfValue>): Attack =>
  (pdf) =>
    append(pdf, (draft) => {
      const pointer = catalogOf(draft.file).dict.get('AcroForm')
      const old = resolveDict(draft.file, pointer)
      if (isKind(pointer, 'ref') && isDict(old)) draft.objects.set(pointer.num, withEntries(old, entries(draft, old)))
    })
