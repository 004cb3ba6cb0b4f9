import { resolve, resolveArray, resolveDict } from './file.ts'
import type { PdfFile } from './file.ts'
import { PdfSyntaxError } from './parse.ts'
import { isDict, isKind, nameOf, readText } from './value.ts'
import type { PdfDict, PdfRef, PdfValue } from './value.ts'

export interface Page {
  readonly ref: PdfRef
  readonly dict: PdfDict
  /** What the page takes over from its parents. */
  readonly inherited: ReadonlyMap<string, PdfValue>
}

const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate']
const mostPages = 10_000
const deepest = 64

export function catalogOf(file: PdfFile): { ref: PdfRef; dict: PdfDict } {
  const root = file.trailer.get('Root')
  const found = resolveDict(file, root)
  if (!isKind(root, 'ref') || !found) throw new PdfSyntaxError('no catalog')
  return { ref: root, dict: found }
}

/** All pages in reading order. */
export function pagesOf(file: PdfFile): Page[] {
  const pages: Page[] = []
  const seen = new Set<number>()
  const visit = (at: PdfValue | undefined, inherited: ReadonlyMap<string, PdfValue>, depth: number) => {
    const node = resolve(file, at)
    const fresh = isKind(at, 'ref') && !seen.has(at.num)
    if (!fresh || !isDict(node) || pages.length >= mostPages || depth > deepest) {
      throw new PdfSyntaxError('page tree broken')
    }
    seen.add(at.num)
    if (!node.has('Kids')) pages.push({ ref: at, dict: node, inherited })
    else for (const kid of resolveArray(file, node.get('Kids'))) visit(kid, handedDown(node, inherited), depth + 1)
  }
  visit(catalogOf(file).dict.get('Pages'), new Map(), 0)
  return pages
}

function handedDown(node: PdfDict, inherited: ReadonlyMap<string, PdfValue>): Map<string, PdfValue> {
  const own = inheritable.flatMap((key) => (node.has(key) ? [[key, node.get(key) ?? null] as const] : []))
  return new Map([...inherited, ...own])
}

export interface SignatureField {
  readonly name: string
  readonly ref: PdfRef
  readonly dict: PdfDict
  /** The signature dictionary; null while the field is empty. */
  readonly value: PdfDict | null
  /** Said by the form itself (Ff, bit 2). */
  readonly required: boolean
  /** Where it shows: the field itself, or kids of it that have no name of their own. */
  readonly widgets: readonly Widget[]
}

export interface Widget {
  readonly ref: PdfRef
  readonly dict: PdfDict
}

const requiredFlag = 2

const mostFields = 5_000

/** The signature fields, by their full names, in the order of the form. */
export function signatureFieldsOf(file: PdfFile): SignatureField[] {
  const form = resolveDict(file, catalogOf(file).dict.get('AcroForm'))
  const found: SignatureField[] = []
  const seen = new Set<number>()
  const visit = (at: PdfValue, above: Above) => {
    const field = resolveDict(file, at)
    if (!isFresh(at, seen) || !field) return
    if (seen.size >= mostFields || above.depth > deepest) throw new PdfSyntaxError('too many fields')
    seen.add(at.num)
    const own = ownOf(field, above)
    const kids = resolveArray(file, field.get('Kids'))
    if (own.type === 'Sig' && !hasNames(file, kids))
      found.push(signatureField(file, at, { name: own.name, dict: field }))
    else for (const kid of kids) visit(kid, own)
  }
  for (const field of resolveArray(file, form?.get('Fields'))) visit(field, { name: '', type: null, depth: 0 })
  return [...found, ...strayFields(file, seen)]
}

/** Signed fields that a page shows though the form forgot them: poppler leaves such behind, and viewers find them. */
function strayFields(file: PdfFile, known: ReadonlySet<number>): SignatureField[] {
  const shown = pagesOf(file).flatMap(({ dict }) => resolveArray(file, dict.get('Annots')))
  return shown.flatMap((at) => {
    const field = isFresh(at, known) ? resolveDict(file, at) : null
    if (!isKind(at, 'ref') || !field || nameOf(field.get('FT')) !== 'Sig') return []
    return field.has('V') && !field.has('Parent')
      ? [signatureField(file, at, { name: fullName(field, ''), dict: field })]
      : []
  })
}

interface Above {
  readonly name: string
  readonly type: string | null
  readonly depth: number
}

const isFresh = (at: PdfValue, seen: ReadonlySet<number>): at is PdfRef => isKind(at, 'ref') && !seen.has(at.num)

const hasNames = (file: PdfFile, kids: readonly PdfValue[]) => kids.some((kid) => resolveDict(file, kid)?.has('T'))

const ownOf = (field: PdfDict, above: Above): Above => ({
  name: fullName(field, above.name),
  type: nameOf(field.get('FT')) ?? above.type,
  depth: above.depth + 1,
})

function fullName(field: PdfDict, above: string): string {
  const own = readText(field.get('T'))
  if (own === null) return above
  return above === '' ? own : `${above}.${own}`
}

function signatureField(file: PdfFile, ref: PdfRef, { name, dict }: { name: string; dict: PdfDict }): SignatureField {
  const required = (Number(dict.get('Ff') ?? 0) & requiredFlag) !== 0
  const widgets = dict.has('Kids') ? kidsOf(file, dict) : [{ ref, dict }]
  return { name, ref, dict, value: resolveDict(file, dict.get('V')), required, widgets }
}

function kidsOf(file: PdfFile, field: PdfDict): Widget[] {
  return resolveArray(file, field.get('Kids')).flatMap((kid) => {
    const dict = resolveDict(file, kid)
    return isKind(kid, 'ref') && dict ? [{ ref: kid, dict }] : []
  })
}
