import type { BlocKind } from '../../../db/types.ts'

export type { BlocKind }

export const blocKinds = ['khoi', 'cum'] as const satisfies BlocKind[]

/** A bloc (khối) or cluster (cụm): units that compete with one another year after year. */
export interface Bloc {
  id: string
  slug: string
  code: string
  name: string
  short_name: string
  kind: BlocKind
  level_code: string
  founding_number: string
  founding_on: string | null
  founding_issuer: string
  ended_on: string | null
}
