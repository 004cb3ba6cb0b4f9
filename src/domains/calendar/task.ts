import type { TenantRoleName } from '../../../db/types.ts'

/** For whom a task waits: everyone who works for a unit, one account, or those with a role in the tenant. */
type TaskHolder =
  | { unit: string; account?: never; tenantRole?: never }
  | { account: string; unit?: never; tenantRole?: never }
  | { tenantRole: TenantRoleName; unit?: never; account?: never }

export type TaskFacts = Readonly<Record<string, string | number>>

export type NewTask = TaskHolder & {
  /** The same thing to do has the same key: opening it twice changes nothing but its words and deadline. */
  key: string
  /** `domain.deed`: which sentence and button it has. */
  kind: string
  /** Where it is done. */
  path: string
  blocYear?: string | null
  facts?: TaskFacts
  /** The last day for it. */
  dueOn?: string | null
}

export const taskGroups = ['late', 'today', 'week', 'later', 'undated'] as const
export type TaskGroup = (typeof taskGroups)[number]

const daysFrom = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** How soon a task is due; its last day still counts. */
export function groupOf({ due_on: due }: { due_on: string | null }, today: string): TaskGroup {
  if (due === null) return 'undated'
  const days = daysFrom(today, due)
  if (days < 0) return 'late'
  if (days === 0) return 'today'
  return days <= 7 ? 'week' : 'later'
}

/** Tasks that only tell something: whoever has read one closes it. */
const readable: readonly string[] = [
  'mandates.refused',
  'mandates.ended',
  'mandates.certificateRevoked',
  'agreement.scanBrought',
  'blocs.memberEnded',
  'blocs.secretaryLeft',
  'blocs.handedOn',
  'blocs.takenOver',
  'targets.adopted',
  'targets.changeAgreed',
  'targets.changeRefused',
]

export const mayBeRead = (kind: string) => readable.includes(kind)
