import { askSecondPerson } from '#domains/calendar/recovery-tasks.ts'
import type { RecoveryFact } from '#domains/identity/recovery/recovery.ts'
import { announceTo, type Announce } from '#platform/announcements.ts'

/** Who listens to what happens to accounts. */
export const announceIdentity: Announce<RecoveryFact> = announceTo([askSecondPerson])
