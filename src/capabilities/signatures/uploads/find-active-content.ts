import { resolve, resolveArray, resolveDict } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { catalogOf } from '../pdf/pages.ts'
import { isArray, isDict, isKind, nameOf, numberOf } from '../pdf/value.ts'
import type { PdfDict, PdfValue } from '../pdf/value.ts'

/** What a paper has no use for, and what may show another text to the next reader than to the one who signs. */
export type ActiveContent =
  | 'script'
  | 'launch'
  | 'submit'
  | 'behaviour'
  | 'attachment'
  | 'form'
  | 'layers'
  | 'media'
  | 'elsewhere'
  | 'hiddenNote'

const actions: Readonly<Record<string, ActiveContent>> = {
  JavaScript: 'script',
  Launch: 'launch',
  GoToR: 'launch',
  GoToE: 'launch',
  SubmitForm: 'submit',
  ResetForm: 'submit',
  ImportData: 'submit',
  Hide: 'behaviour',
  SetOCGState: 'behaviour',
  Trans: 'behaviour',
  Rendition: 'media',
  Movie: 'media',
  Sound: 'media',
  GoTo3DView: 'media',
  RichMediaExecute: 'media',
}

const kinds: Readonly<Record<string, ActiveContent>> = {
  OCG: 'layers',
  OCMD: 'layers',
  EmbeddedFile: 'attachment',
  FileAttachment: 'attachment',
  RichMedia: 'media',
  Movie: 'media',
  Sound: 'media',
  Screen: 'media',
  '3D': 'media',
}

const keys: Readonly<Record<string, ActiveContent>> = {
  JS: 'script',
  JavaScript: 'script',
  EmbeddedFiles: 'attachment',
  EF: 'attachment',
  OCProperties: 'layers',
  XFA: 'form',
  // A stream, or a form, that is kept in another file.
  FFilter: 'elsewhere',
  Ref: 'elsewhere',
}

/** Everything of the kind in a file, used or not: what hides there today may be brought out tomorrow. */
export function findActiveContent(file: PdfFile): ActiveContent[] {
  const found = new Set<ActiveContent>(hasOwnForm(file) ? ['form'] : [])
  for (const [num, entry] of file.entries) {
    const gen = entry.kind === 'plain' ? entry.gen : 0
    if (entry.kind !== 'free') look(resolve(file, { kind: 'ref', num, gen }), found)
  }
  return [...found].toSorted()
}

function look(value: PdfValue, found: Set<ActiveContent>): void {
  if (isArray(value)) return value.forEach((inner) => look(inner, found))
  const dict = isKind(value, 'stream') ? value.dict : value
  if (!isDict(dict)) return
  for (const kind of named(dict)) found.add(kind)
  for (const inner of dict.values()) look(inner, found)
}

function named(dict: PdfDict): ActiveContent[] {
  const says = (table: Readonly<Record<string, ActiveContent>>, key: string) => table[nameOf(dict.get(key)) ?? ''] ?? []
  // Elements of the structure have kinds (S) of their own, which do nothing.
  const action = dict.has('K') || dict.has('Pg') ? [] : says(actions, 'S')
  const byKey = Object.entries(keys).flatMap(([key, kind]) => (dict.has(key) ? [kind] : []))
  return [
    action,
    says(kinds, 'Type'),
    says(kinds, 'Subtype'),
    byKey,
    isHiddenNote(dict) ? (['hiddenNote'] as const) : [],
  ].flat()
}

const hiddenOrNoView = 2 | 32

/** An annotation that shows nothing now, but would with one flag less. */
function isHiddenNote(dict: PdfDict): boolean {
  const isHidden = ((numberOf(dict.get('F')) ?? 0) & hiddenOrNoView) !== 0
  return isHidden && dict.has('Rect') && dict.has('AP') && nameOf(dict.get('FT')) !== 'Sig'
}

const mostFields = 5_000

/** Fields to be filled in. Places of signatures are none. */
function hasOwnForm(file: PdfFile): boolean {
  const form = resolveDict(file, catalogOf(file).dict.get('AcroForm'))
  const waiting = [...resolveArray(file, form?.get('Fields'))]
  for (let seen = 0; waiting.length > 0 && seen < mostFields; seen += 1) {
    const field = resolveDict(file, waiting.pop())
    const type = nameOf(field?.get('FT'))
    if (type !== null && type !== 'Sig') return true
    waiting.push(...resolveArray(file, field?.get('Kids')).slice(0, mostFields))
  }
  return waiting.length > 0
}
