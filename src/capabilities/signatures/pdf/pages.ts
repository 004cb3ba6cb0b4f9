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
  const visit = (at: PdfValue | undefined, inherited: ReadonlyMap<string, PdfValue>) => {
    const node = resolve(file, at)
    if (!isKind(at, 'ref') || !isDict(node) || seen.has(at.num) || pages.length >= mostPages) {
      throw new PdfSyntaxError('page tree broken')
    }
    seen.add(at.num)
    if (!node.has('Kids')) pages.push({ ref: at, dict: node, inherited })
    else for (const kid of resolveArray(file, node.get('Kids'))) visit(kid, handedDown(node, inherited))
  }
  visit(catalogOf(file).dict.get('Pages'), new Map())
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
}

const requiredFlag = 2

const mostFields = 5_000

/** The signature fields of the form, by their full names, in the order of the form. */
export function signatureFieldsOf(file: PdfFile): SignatureField[] {
  const form = resolveDict(file, catalogOf(file).dict.get('AcroForm'))
  const found: SignatureField[] = []
  const seen = new Set<number>()
  const visit = (at: PdfValue, above: Above) => {
    const field = resolveDict(file, at)
    if (!isKind(at, 'ref') || !field || seen.has(at.num)) return
    if (seen.size >= mostFields) throw new PdfSyntaxError('too many fields')
    seen.add(at.num)
    const own = { name: fullName(field, above.name), type: nameOf(field.get('FT')) ?? above.type }
    if (own.type === 'Sig') found.push(signatureField(file, at, { name: own.name, dict: field }))
    else for (const kid of resolveArray(file, field.get('Kids'))) visit(kid, own)
  }
  for (const field of resolveArray(file, form?.get('Fields'))) visit(field, { name: '', type: null })
  return found
}

interface Above {
  readonly name: string
  readonly type: string | null
}

function fullName(field: PdfDict, above: string): string {
  const own = readText(field.get('T'))
  if (own === null) return above
  return above === '' ? own : `${above}.${own}`
}

function signatureField(file: PdfFile, ref: PdfRef, { name, dict }: { name: string; dict: PdfDict }): SignatureField {
  const required = (Number(dict.get('Ff') ?? 0) & requiredFlag) !== 0
  return { name, ref, dict, value: resolveDict(file, dict.get('V')), required }
}
