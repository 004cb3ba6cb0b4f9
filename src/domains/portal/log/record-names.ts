import { sql } from 'kysely'
import { mayDraft, mayRead } from '#domains/agreement/access.ts'
import { paths as agreementPaths } from '#domains/agreement/paths.ts'
import { seesBlocYear } from '#domains/blocs/access.ts'
import { readsHandover } from '#domains/blocs/handover/access.ts'
import { handoverPaths } from '#domains/blocs/handover/paths.ts'
import { blocPaths } from '#domains/blocs/paths.ts'
import { readsConsultations } from '#domains/consultation/access.ts'
import { consultationPaths, supervisionPaths } from '#domains/consultation/paths.ts'
import { mayReadEvidence } from '#domains/evidence/access.ts'
import { evidencePaths } from '#domains/evidence/paths.ts'
import { readsResolutions } from '#domains/conferences/resolutions/access.ts'
import { resolutionPaths } from '#domains/conferences/resolutions/paths.ts'
import { ownAccountPath, personPath } from '#domains/identity/paths.ts'
import { legalTextPath } from '#domains/law/paths.ts'
import { readsMovements } from '#domains/movements/access.ts'
import { activityPaths } from '#domains/movements/activities/paths.ts'
import { examplePaths } from '#domains/movements/examples/paths.ts'
import { entryPaths } from '#domains/movements/log/paths.ts'
import { movementPaths } from '#domains/movements/register/paths.ts'
import { seesTargets } from '#domains/targets/access.ts'
import { seesRounds } from '#domains/scoring/access.ts'
import { scoringPaths } from '#domains/scoring/paths.ts'
import { targetPaths } from '#domains/targets/paths.ts'
import { mayReportFor } from '#domains/targets/reporting/access.ts'
import { workbookPaths } from '#domains/targets/workbook/paths.ts'
import { mayKeepUnits } from '#domains/units/access.ts'
import { periodPaths } from '#domains/targets/periods/paths.ts'
import { seesReports } from '#domains/targets/reporting/access.ts'
import { reportingPaths } from '#domains/targets/reporting/paths.ts'
import { intakePaths } from '#domains/units/intake/paths.ts'
import { seesMandate } from '#domains/units/mandates/access.ts'
import { mandatePaths } from '#domains/units/mandates/paths.ts'
import { carePaths } from '#domains/voices/care/paths.ts'
import { digestPaths } from '#domains/voices/digest/paths.ts'
import { unitPaths } from '#domains/units/paths.ts'
import { readsOpinions } from '#domains/voices/access.ts'
import { voicePaths } from '#domains/voices/paths.ts'
import { seesExchange } from '../exchange/access.ts'
import { exchangePaths } from '../exchange/paths.ts'
import { seesNews } from '../news/access.ts'
import { newsPaths } from '../news/paths.ts'
import { isAdministrator, type Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'

export interface RecordName {
  name: string
  /** Where it is shown; absent when no page shows it. */
  href?: string
}

interface Named {
  id: string
  kind: string
  name: string
  bloc: string | null
  year: string | null
  /** The bloc-year that it belongs to, and the units and the person that it is about. */
  bloc_year_id: string | null
  units: readonly string[]
  person: string | null
}

/** The records that entries are about, by their names as they are now. */
const named = sql`
  select u.unit_id as id, 'unit' as kind, u.full_name as name, null as bloc, null as year, null::uuid as bloc_year_id,
    '{}'::uuid[] as units, null::uuid as person, u.from_on as since from unit_name u
  union all select a.id, 'account', p.full_name, null, null, null, '{}', a.id, '2000-01-01'
    from account a join person p on p.id = a.person_id
  union all select m.id, 'mandate', p.full_name, null, null, null, array[m.unit_id], m.account_id, '2000-01-01'
    from mandate m join account a on a.id = m.account_id join person p on p.id = a.person_id
  union all select id, 'bloc', name, slug, null, null, '{}', null, '2000-01-01' from bloc
  union all select y.id, 'bloc_year', b.short_name || ', ' || y.slug, b.slug, y.slug, y.id, '{}', null, '2000-01-01'
    from bloc_year y join bloc b on b.id = y.bloc_id
  union all select g.id, 'agreement', g.title || ', ' || b.short_name, b.slug, y.slug, y.id, '{}', null, '2000-01-01'
    from agreement g join bloc_year y on y.id = g.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select r.id, 'article_reading', r.file_name, b.slug, y.slug, y.id, '{}', null, '2000-01-01'
    from article_reading r join bloc_year y on y.id = r.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select h.id, 'handover', 'Bàn giao khối trưởng, ' || b.short_name, b.slug, y.slug, y.id,
    array[h.giving_unit_id, h.receiving_unit_id], null, '2000-01-01'
    from handover h join bloc_year y on y.id = h.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select c.id, 'conference', c.title, b.slug, y.slug, y.id, '{}', null, '2000-01-01'
    from conference c join bloc_year y on y.id = c.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select i.id, 'minutes', 'Biên bản ' || c.title, b.slug, y.slug, y.id, '{}', null, '2000-01-01'
    from minutes i join conference c on c.id = i.conference_id join bloc_year y on y.id = i.bloc_year_id
    join bloc b on b.id = y.bloc_id
  union all select r.id, 'resolution', r.number || ', ' || b.short_name, b.slug, y.slug, y.id, '{}', null, '2000-01-01'
    from resolution r join bloc_year y on y.id = r.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select v.id, 'evidence', v.title, b.slug, y.slug, y.id, '{}', null, '2000-01-01'
    from evidence v join bloc_year y on y.id = v.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select w.id, 'report_workbook', w.file_name, b.slug, y.slug, y.id, array[w.unit_id], null, '2000-01-01'
    from report_workbook w join report_period rp on rp.id = w.period_id join bloc_year y on y.id = rp.bloc_year_id
    join bloc b on b.id = y.bloc_id
  union all select rp.id, 'report_period', 'Kỳ báo cáo từ ' || to_char(rp.starts_on, 'DD/MM/YYYY'), b.slug, y.slug, y.id, '{}',
    null, '2000-01-01' from report_period rp join bloc_year y on y.id = rp.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select r.id, 'progress_report', 'Báo cáo kỳ từ ' || to_char(rp.starts_on, 'DD/MM/YYYY'), b.slug, y.slug, y.id,
    '{}', null, '2000-01-01' from progress_report r join report_period rp on rp.id = r.period_id
    join bloc_year y on y.id = rp.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select t.id, 'target', t.code || ', ' || t.name, b.slug, y.slug, y.id, '{}', null, '2000-01-01'
    from target t join bloc_year y on y.id = t.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select m.id, 'movement', m.title, b.slug, y.slug, y.id, '{}', null, y.starts_on from movement m
    join movement_year o on o.movement_id = m.id join bloc_year y on y.id = o.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select e.id, 'example', case when e.kind = 'person' then 'Điển hình' else e.name end, b.slug, y.slug, y.id,
    '{}', null, '2000-01-01' from example e join bloc_year y on y.id = e.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select a.id, 'activity', a.title, b.slug, y.slug, y.id, '{}', null, '2000-01-01'
    from activity a join bloc_year y on y.id = a.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select l.id, 'log_entry', k.name, b.slug, y.slug, y.id, '{}', null, '2000-01-01' from log_entry l
    join log_kind k on k.id = l.log_kind_id join bloc_year y on y.id = l.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select o.id, 'opinion', case when o.title = '' then 'Ý kiến' else o.title end, b.slug, y.slug, y.id, '{}', null,
    '2000-01-01' from opinion o join bloc_year y on y.id = o.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select p.id, 'opinion_place', p.name, null, null, null, '{}', null, '2000-01-01' from opinion_place p
  union all select c.id, 'consultation', c.title, b.slug, y.slug, y.id, '{}', null, '2000-01-01' from consultation c
    join bloc_year y on y.id = c.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select s.id, 'supervision', s.title, b.slug, y.slug, y.id, '{}', null, '2000-01-01' from supervision s
    join bloc_year y on y.id = s.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select st.id, 'score_table', st.code || ', ' || st.title, b.slug, null, null, '{}', null, '2000-01-01'
    from score_table st join bloc b on b.id = st.bloc_id
  union all select r.id, 'scoring_round', r.name || ', ' || b.short_name, b.slug, y.slug, y.id, '{}', null, '2000-01-01'
    from scoring_round r join bloc_year y on y.id = r.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select h.id, 'score_sheet', t.title || ', ' || r.name, b.slug, y.slug, y.id, array[h.unit_id], null, '2000-01-01'
    from score_sheet h join scoring_round r on r.id = h.round_id join score_table_version v on v.id = h.version_id
    join score_table t on t.id = v.score_table_id join bloc_year y on y.id = r.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select w.id, 'news_article', w.title, b.slug, y.slug, y.id, '{}', null, '2000-01-01' from news_article w
    left join bloc_year y on y.id = w.bloc_year_id left join bloc b on b.id = y.bloc_id
  union all select d.id, 'voice_digest', 'Báo cáo tình hình Nhân dân từ ' || to_char(d.from_on, 'DD/MM/YYYY'), b.slug, y.slug,
    y.id, '{}', null, '2000-01-01' from voice_digest d join bloc_year y on y.id = d.bloc_year_id
    join bloc b on b.id = y.bloc_id
  union all select k.id, 'care_case', 'Vụ việc bảo vệ quyền lợi', b.slug, y.slug, y.id, array[k.unit_id], null, '2000-01-01'
    from care_case k join bloc_year y on y.id = k.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select x.id, 'exchange_edition', x.name || ', ' || x.receiver, x.code, null, null, '{}', null, '2000-01-01'
    from exchange_edition x
  union all select i.id, 'opinion_intake', i.file_name, b.slug, y.slug, y.id, array[i.unit_id], null, '2000-01-01'
    from opinion_intake i join bloc_year y on y.id = i.bloc_year_id join bloc b on b.id = y.bloc_id
  union all select id, 'legal_text', kind || ' ' || number, null, null, null, '{}', null, '2000-01-01' from legal_text
  union all select id, 'intake', file_name, null, null, null, '{}', null, '2000-01-01' from intake`

interface Page {
  at: (row: Named) => string
  /** Whether the page opens for this reader; a link that answers "403" helps nobody. */
  opens: (actor: Actor, row: Named) => boolean
}

const always = () => true
const ofYear = (row: Named) => ({ bloc_year_id: row.bloc_year_id ?? '' })

const readsYear = (actor: Actor, row: Named) => readsMovements(actor, row.bloc_year_id ?? '')

const readsReports = (actor: Actor, row: Named) => seesReports(actor, row.bloc_year_id ?? '')

const readsRounds = (actor: Actor, row: Named) => seesRounds(actor, row.bloc_year_id ?? '')

const pages: Readonly<Record<string, Page>> = {
  scoring_round: { at: ({ id, bloc, year }) => scoringPaths.round(bloc ?? '', year ?? '', id), opens: readsRounds },
  score_sheet: { at: ({ bloc, year }) => scoringPaths.year(bloc ?? '', year ?? ''), opens: readsRounds },
  movement: { at: ({ id, bloc, year }) => movementPaths.one(bloc ?? '', year ?? '', id), opens: readsYear },
  example: { at: ({ id, bloc, year }) => examplePaths.one(bloc ?? '', year ?? '', id), opens: readsYear },
  report_period: { at: ({ bloc, year }) => periodPaths.setUp(bloc ?? '', year ?? ''), opens: readsReports },
  progress_report: { at: ({ bloc, year }) => reportingPaths.year(bloc ?? '', year ?? ''), opens: readsReports },
  activity: { at: ({ id, bloc, year }) => activityPaths.one(bloc ?? '', year ?? '', id), opens: readsYear },
  log_entry: { at: ({ id, bloc, year }) => entryPaths.one(bloc ?? '', year ?? '', id), opens: readsYear },
  opinion: {
    at: ({ id, bloc, year }) => voicePaths.one(id, bloc ?? '', year ?? ''),
    opens: (actor, row) => readsOpinions(actor, row.bloc_year_id ?? ''),
  },
  consultation: {
    at: ({ id, bloc, year }) => consultationPaths.one(bloc ?? '', year ?? '', id),
    opens: (actor, row) => readsConsultations(actor, row.bloc_year_id ?? ''),
  },
  supervision: {
    at: ({ id, bloc, year }) => supervisionPaths.one(bloc ?? '', year ?? '', id),
    opens: (actor, row) => readsConsultations(actor, row.bloc_year_id ?? ''),
  },
  unit: { at: ({ id }) => unitPaths.unit(id), opens: always },
  account: { at: ({ id }) => personPath(id), opens: isAdministrator },
  mandate: {
    at: ({ id }) => mandatePaths.mandate(id),
    opens: (actor, row) => seesMandate(actor, { unit_id: row.units[0] ?? '', account_id: row.person ?? '' }),
  },
  bloc: { at: ({ bloc }) => blocPaths.bloc(bloc ?? ''), opens: always },
  bloc_year: {
    at: ({ bloc, year }) => blocPaths.year(bloc ?? '', year ?? ''),
    opens: (actor, row) => seesBlocYear(actor, row.bloc_year_id ?? ''),
  },
  agreement: {
    at: ({ bloc, year }) => agreementPaths.agreement(bloc ?? '', year ?? ''),
    opens: (actor, row) => mayRead(actor, ofYear(row)),
  },
  article_reading: {
    at: ({ id, bloc, year }) => agreementPaths.reading(bloc ?? '', year ?? '', id),
    opens: (actor, row) => mayDraft(actor, ofYear(row)),
  },
  handover: {
    at: ({ id, bloc, year }) => handoverPaths.one(bloc ?? '', year ?? '', id),
    opens: (actor, row) =>
      readsHandover(actor, {
        ...ofYear(row),
        giving_unit_id: row.units[0] ?? '',
        receiving_unit_id: row.units[1] ?? '',
      }),
  },
  evidence: {
    at: ({ id, bloc, year }) => evidencePaths.piece(bloc ?? '', year ?? '', id),
    opens: (actor, row) => mayReadEvidence(actor, row.bloc_year_id ?? ''),
  },
  report_workbook: {
    at: ({ id, bloc, year }) => workbookPaths.file(bloc ?? '', year ?? '', id),
    opens: (actor, row) => mayReportFor(actor, { unit: row.units[0] ?? '', parent: null }),
  },
  resolution: {
    at: ({ id, bloc, year }) => resolutionPaths.one(bloc ?? '', year ?? '', id),
    opens: (actor, row) => readsResolutions(actor, ofYear(row)),
  },
  target: {
    at: ({ name, bloc, year }) => targetPaths.card(bloc ?? '', year ?? '', name.split(',')[0] ?? ''),
    opens: (actor, row) => seesTargets(actor, row.bloc_year_id ?? ''),
  },
  news_article: {
    at: ({ id }) => newsPaths.article(id),
    opens: (actor, row) => seesNews(actor, { bloc_year_id: row.bloc_year_id }),
  },
  voice_digest: { at: ({ bloc, year }) => digestPaths.list(bloc ?? '', year ?? ''), opens: readsYear },
  care_case: { at: ({ bloc, year }) => carePaths.list(bloc ?? '', year ?? ''), opens: readsYear },
  legal_text: { at: ({ id }) => legalTextPath(id), opens: always },
  exchange_edition: { at: ({ bloc }) => exchangePaths.profile(bloc ?? ''), opens: seesExchange },
  intake: { at: ({ id }) => intakePaths.intake(id), opens: mayKeepUnits },
}

function hrefOf(row: Named, actor: Actor): string | undefined {
  if (row.kind === 'account' && row.id === actor.account) return ownAccountPath
  const page = pages[row.kind]
  return page?.opens(actor, row) === true ? page.at(row) : undefined
}

/** Names of records by id, and their addresses where the reader may open them. */
export async function recordNames(
  db: Db,
  ids: readonly (string | null)[],
  actor: Actor,
): Promise<Map<string, RecordName>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const { rows } = await sql<Named>`
    select distinct on (id) id, kind, name, bloc, year, bloc_year_id, units, person from (${named}) n
    where id = any(${wanted}::uuid[]) order by id, since desc`.execute(db)
  const found = new Map<string, RecordName>()
  for (const row of rows) {
    const href = hrefOf(row, actor)
    found.set(row.id, href === undefined ? { name: row.name } : { name: row.name, href })
  }
  return found
}
