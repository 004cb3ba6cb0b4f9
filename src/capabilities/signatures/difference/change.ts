/** `forbidden`: what a signature may do elsewhere, but one before it forbids (DocMDP, FieldMDP). */
export type ChangeKind =
  | 'content'
  | 'annotation'
  | 'appearance'
  | 'form'
  | 'pages'
  | 'structure'
  | 'metadata'
  | 'validation'
  | 'document'
  | 'permission'
  | 'forbidden'
  | 'history'

/** Where a change is: on a page (from 1), in an object of the file; null where there is none to name. */
export interface Place {
  readonly kind: ChangeKind
  readonly page: number | null
}

/** Something a later revision did that it may not do. */
export interface Change extends Place {
  readonly object: number | null
}

/** Comparing costs more than an honest file ever does. */
export class TooComplex extends Error {}

export const at = (kind: ChangeKind, page: number | null = null): Place => ({ kind, page })
