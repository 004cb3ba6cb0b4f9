import type { SearchSource } from '#capabilities/search/search-entry.ts'
import { gatherAgreements } from '#domains/portal/searchable/gather-agreements.ts'
import { gatherBlocs } from '#domains/portal/searchable/gather-blocs.ts'
import { gatherConferences } from '#domains/portal/searchable/gather-conferences.ts'
import { gatherConsultations, gatherSupervisions } from '#domains/portal/searchable/gather-consultations.ts'
import { gatherDeadlines } from '#domains/portal/searchable/gather-deadlines.ts'
import { gatherEvidence } from '#domains/portal/searchable/gather-evidence.ts'
import { gatherExamples } from '#domains/portal/searchable/gather-examples.ts'
import { gatherHelp } from '#domains/portal/searchable/gather-help.ts'
import { gatherLegalTexts } from '#domains/portal/searchable/gather-legal-texts.ts'
import { gatherActivities, gatherLogEntries, gatherMovements } from '#domains/portal/searchable/gather-movements.ts'
import { gatherArticles } from '#domains/portal/searchable/gather-news.ts'
import { gatherPeople } from '#domains/portal/searchable/gather-people.ts'
import { gatherRounds, gatherScoreTables } from '#domains/portal/searchable/gather-scoring.ts'
import { gatherReportNotes, gatherReviews, gatherTargets } from '#domains/portal/searchable/gather-targets.ts'
import { gatherDeeds, gatherUnits } from '#domains/portal/searchable/gather-units.ts'
import { gatherOpinions } from '#domains/portal/searchable/gather-voices.ts'
import {
  blocsTouched,
  changedAfter,
  evidenceReadAfter,
  idsIn,
  logEntriesTouched,
  movementsTouched,
  tablesTouched,
  unitsTouched,
} from '#domains/portal/searchable/queries.ts'

/** What can be found, a line for each kind of record; whoever changes what one gives raises its edition. */
export const searchSources: readonly SearchSource[] = [
  { name: 'law', edition: '1', idsOf: idsIn('legal_text'), gather: gatherLegalTexts },
  { name: 'units', edition: '1', idsOf: unitsTouched, gather: gatherUnits },
  { name: 'deeds', edition: '1', idsOf: idsIn('deed'), gather: gatherDeeds },
  { name: 'people', edition: '1', idsOf: idsIn('account'), gather: gatherPeople },
  { name: 'blocs', edition: '1', idsOf: blocsTouched, gather: gatherBlocs },
  {
    name: 'agreements',
    edition: '1',
    idsOf: idsIn('agreement', 'bloc_year_id'),
    gather: gatherAgreements,
    late: changedAfter('agreement'),
  },
  { name: 'movements', edition: '1', idsOf: movementsTouched, gather: gatherMovements, removedWithYear: true },
  { name: 'activities', edition: '1', idsOf: idsIn('activity'), gather: gatherActivities },
  { name: 'examples', edition: '1', idsOf: idsIn('example'), gather: gatherExamples },
  { name: 'log', edition: '1', idsOf: logEntriesTouched, gather: gatherLogEntries },
  {
    name: 'targets',
    edition: '1',
    idsOf: idsIn('target', 'bloc_year_id'),
    gather: gatherTargets,
    removedWithYear: true,
    late: changedAfter('target'),
  },
  { name: 'reportNotes', edition: '1', idsOf: idsIn('progress_report'), gather: gatherReportNotes },
  {
    name: 'reviews',
    edition: '1',
    idsOf: idsIn('year_review', 'bloc_year_id'),
    gather: gatherReviews,
    removedWithYear: true,
    late: changedAfter('year_review'),
  },
  { name: 'evidence', edition: '1', idsOf: idsIn('evidence'), gather: gatherEvidence, late: evidenceReadAfter },
  {
    name: 'deadlines',
    edition: '1',
    idsOf: idsIn('deadline'),
    gather: gatherDeadlines,
    late: changedAfter('deadline'),
  },
  { name: 'scoreTables', edition: '1', idsOf: tablesTouched, gather: gatherScoreTables },
  {
    name: 'rounds',
    edition: '1',
    idsOf: idsIn('scoring_round', 'bloc_year_id'),
    gather: gatherRounds,
    removedWithYear: true,
  },
  { name: 'opinions', edition: '1', idsOf: idsIn('opinion'), gather: gatherOpinions },
  { name: 'consultations', edition: '1', idsOf: idsIn('consultation'), gather: gatherConsultations },
  { name: 'supervisions', edition: '1', idsOf: idsIn('supervision'), gather: gatherSupervisions },
  { name: 'conferences', edition: '1', idsOf: idsIn('conference'), gather: gatherConferences },
  {
    name: 'news',
    edition: '1',
    idsOf: idsIn('news_article'),
    gather: gatherArticles,
    late: changedAfter('news_article'),
  },
  gatherHelp(),
]
