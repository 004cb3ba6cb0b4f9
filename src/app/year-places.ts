import { paths as agreementPaths } from '#domains/agreement/paths.ts'
import { type BlocYearRow } from '#domains/blocs/queries.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import { deadlinePaths } from '#domains/calendar/deadlines/paths.ts'
import { readsConsultations } from '#domains/consultation/access.ts'
import { consultationPaths, supervisionPaths } from '#domains/consultation/paths.ts'
import { mayRead } from '#domains/agreement/access.ts'
import { mayReadEvidence } from '#domains/evidence/access.ts'
import { evidencePaths } from '#domains/evidence/paths.ts'
import { readsConferences } from '#domains/conferences/access.ts'
import { conferencePaths } from '#domains/conferences/paths.ts'
import { readsResolutions } from '#domains/conferences/resolutions/access.ts'
import { resolutionPaths } from '#domains/conferences/resolutions/paths.ts'
import { seesReports } from '#domains/targets/reporting/access.ts'
import { reportingPaths } from '#domains/targets/reporting/paths.ts'
import { readsMovements } from '#domains/movements/access.ts'
import { activityPaths } from '#domains/movements/activities/paths.ts'
import { entryPaths } from '#domains/movements/log/paths.ts'
import { movementPaths } from '#domains/movements/register/paths.ts'
import { seesRounds } from '#domains/scoring/access.ts'
import { scoringPaths } from '#domains/scoring/paths.ts'
import { tablePaths } from '#domains/scoring/tables/paths.ts'
import { seesTargets } from '#domains/targets/access.ts'
import { boardPaths } from '#domains/targets/board/paths.ts'
import { reviewPaths } from '#domains/targets/review/paths.ts'
import { targetPaths } from '#domains/targets/paths.ts'
import { readsOpinions } from '#domains/voices/access.ts'
import { carePaths } from '#domains/voices/care/paths.ts'
import { digestPaths } from '#domains/voices/digest/paths.ts'
import { voicePaths } from '#domains/voices/paths.ts'
import { type Actor } from '#platform/actor.ts'
import type { NavSection } from '#ui/rail.tsx'
import type { words } from './words.ts'

export type Words = ReturnType<typeof words>

export type PlaceInRail = readonly [label: string, href: string, count?: number]

export const places = (all: readonly PlaceInRail[]): NavSection['places'] =>
  all.map(([label, href, count]) => ({ label, href, ...(count === undefined ? {} : { count }) }))

export const readsAgreement = (actor: Actor, year: BlocYearRow) => mayRead(actor, { bloc_year_id: year.id })

/** The places of a bloc's year that the person may open. */
export function yearSection(t: Words, actor: Actor, year: BlocYearRow): NavSection {
  const at = [year.bloc.slug, year.slug] as const
  const home: PlaceInRail[] = [
    [t.nav.yearHome, blocPaths.year(...at)],
    [t.nav.calendar, deadlinePaths.calendar(...at)],
  ]
  const agreement: PlaceInRail[] = [
    [t.nav.agreement, agreementPaths.agreement(...at)],
    [t.nav.readings, agreementPaths.readings(...at)],
    [t.nav.targets, targetPaths.list(...at)],
  ]
  const papers = readsAgreement(actor, year) ? agreement : []
  return {
    label: t.nav.yearOf(year.label),
    places: places([
      ...home,
      ...papers,
      ...movements(t, actor, year),
      ...reports(t, actor, year),
      ...voices(t, actor, year),
      ...consultations(t, actor, year),
      ...evidence(t, actor, year),
      ...boards(t, actor, year),
      ...conferences(t, actor, year),
      ...resolutions(t, actor, year),
      ...scoring(t, actor, year),
    ]),
  }
}

const movements = (t: Words, actor: Actor, year: BlocYearRow): PlaceInRail[] => {
  const at = [year.bloc.slug, year.slug] as const
  if (!readsMovements(actor, year.id)) return []
  return [
    [t.nav.movements, movementPaths.list(...at)],
    [t.nav.activities, activityPaths.list(...at)],
    [t.nav.entries, entryPaths.list(...at)],
  ]
}

const reports = (t: Words, actor: Actor, year: BlocYearRow): PlaceInRail[] =>
  seesReports(actor, year.id) ? [[t.nav.reports, reportingPaths.year(year.bloc.slug, year.slug)]] : []

const evidence = (t: Words, actor: Actor, year: BlocYearRow): PlaceInRail[] =>
  mayReadEvidence(actor, year.id) ? [[t.nav.evidence, evidencePaths.store(year.bloc.slug, year.slug)]] : []

const consultations = (t: Words, actor: Actor, year: BlocYearRow): PlaceInRail[] => {
  const at = [year.bloc.slug, year.slug] as const
  if (!readsConsultations(actor, year.id)) return []
  return [
    [t.nav.consultations, consultationPaths.list(...at)],
    [t.nav.supervisions, supervisionPaths.list(...at)],
  ]
}

const boards = (t: Words, actor: Actor, year: BlocYearRow): PlaceInRail[] => {
  const at = [year.bloc.slug, year.slug] as const
  if (!seesTargets(actor, year.id)) return []
  return [
    [t.nav.board, boardPaths.board(...at)],
    [t.nav.reviews, reviewPaths.list(...at)],
  ]
}

const voices = (t: Words, actor: Actor, year: BlocYearRow): PlaceInRail[] => {
  const at = [year.bloc.slug, year.slug] as const
  if (!readsOpinions(actor, year.id)) return []
  return [
    [t.nav.voices, voicePaths.list(...at)],
    [t.nav.digests, digestPaths.list(...at)],
    [t.nav.care, carePaths.list(...at)],
  ]
}

const conferences = (t: Words, actor: Actor, year: BlocYearRow): PlaceInRail[] =>
  readsConferences(actor, year.id) ? [[t.nav.conferences, conferencePaths.list(year.bloc.slug, year.slug)]] : []

const resolutions = (t: Words, actor: Actor, year: BlocYearRow): PlaceInRail[] =>
  readsResolutions(actor, { bloc_year_id: year.id })
    ? [[t.nav.resolutions, resolutionPaths.list(year.bloc.slug, year.slug)]]
    : []

const scoring = (t: Words, actor: Actor, year: BlocYearRow): PlaceInRail[] =>
  seesRounds(actor, year.id)
    ? [
        [t.nav.scoring, scoringPaths.year(year.bloc.slug, year.slug)],
        [t.nav.scoreTables, tablePaths.list(year.bloc.slug)],
      ]
    : []
