import { resolve, resolveDict } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { catalogOf } from '../pdf/pages.ts'
import type { SignatureField } from '../pdf/pages.ts'
import { isArray, isDict, nameOf, numberOf, readText } from '../pdf/value.ts'
import type { PdfDict } from '../pdf/value.ts'

/** What the signatures of a revision forbid those who come later. */
export interface Permissions {
  /** By a certifying signature: 1 nothing more, 2 filling and signing, 3 annotations too; null without one. */
  readonly level: number | null
  readonly isLocked: (field: string) => boolean
}

/** From DocMDP and FieldMDP of every signature that stands in the revision. */
export function permissionsOf(file: PdfFile, fields: readonly SignatureField[]): Permissions {
  const signatures = fields.flatMap(({ value }) => (value ? [value] : []))
  const certified = resolveDict(file, resolveDict(file, catalogOf(file).dict.get('Perms'))?.get('DocMDP'))
  const transforms = [...signatures, ...(certified ? [certified] : [])].flatMap((one) => transformsOf(file, one))
  const levels = transforms.flatMap(levelOf)
  const locks = transforms.flatMap(({ method, params }) => (method === 'FieldMDP' ? [lockOf(file, params)] : []))
  return {
    level: levels.length > 0 ? Math.min(...levels) : null,
    isLocked: (field) => locks.some((lock) => lock(field)),
  }
}

interface Transform {
  readonly method: string | null
  readonly params: PdfDict
}

function transformsOf(file: PdfFile, signature: PdfDict): Transform[] {
  const references = resolve(file, signature.get('Reference'))
  return (isArray(references) ? references : []).flatMap((one) => {
    const reference = resolve(file, one)
    if (!isDict(reference)) return []
    const params = resolveDict(file, reference.get('TransformParams')) ?? new Map()
    return [{ method: nameOf(reference.get('TransformMethod')), params }]
  })
}

function levelOf({ method, params }: Transform): number[] {
  const stated = numberOf(params.get('P'))
  if (method === 'DocMDP') return [stated ?? 2]
  return method === 'FieldMDP' && stated !== null ? [stated] : []
}

/** Whether a lock means a field; a name stands for all below it. */
function lockOf(file: PdfFile, params: PdfDict): (field: string) => boolean {
  const listed = resolve(file, params.get('Fields'))
  const names = (isArray(listed) ? listed : []).map((one) => readText(resolve(file, one)) ?? '')
  const isListed = (field: string) => names.some((name) => field === name || field.startsWith(`${name}.`))
  const action = nameOf(params.get('Action'))
  if (action === 'Include') return isListed
  return action === 'Exclude' ? (field) => !isListed(field) : () => true
}
