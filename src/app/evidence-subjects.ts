import { readSupervisionSubject } from '#domains/consultation/supervision/read-evidence-subject.ts'
import type { ReadSubject } from '#domains/evidence/pieces.ts'
import {
  activitySubjectOf,
  entrySubjectOf,
  exampleSubjectOf,
  participationSubjectOf,
} from '#domains/movements/queries.ts'
import { readAgendaSubject } from '#domains/conferences/agenda/read-evidence-subject.ts'
import { readResolutionSubject } from '#domains/conferences/resolutions/read-evidence-subject.ts'
import { readPetitionSubject } from '#domains/scoring/petitions/read-evidence-subject.ts'
import { readEvidenceSubject as criterionSubjectOf } from '#domains/scoring/sheets/read-evidence-subject.ts'
import { readEvidenceSubject } from '#domains/targets/reporting/read-evidence-subject.ts'

/** What may be cited for, by the kind of subject: a line for each domain that has evidence. */
const readers: Readonly<Record<string, ReadSubject>> = {
  activity: activitySubjectOf,
  agenda: readAgendaSubject,
  criterion: criterionSubjectOf,
  example: exampleSubjectOf,
  log: entrySubjectOf,
  participation: participationSubjectOf,
  petition: readPetitionSubject,
  progress: readEvidenceSubject,
  supervision: readSupervisionSubject,
  resolution: readResolutionSubject,
}

/** Asks the domain that owns a subject; of a kind that nobody owns there is none. */
export const readSubject: ReadSubject = async (db, actor, subject) => readers[subject.kind]?.(db, actor, subject)
