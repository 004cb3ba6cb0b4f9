import type { BlocYearRow, MemberRow } from '#domains/blocs/queries.ts'
import { CitedEvidence } from '#domains/evidence/pages/cited-evidence.tsx'
import type { CitedEvidence as Cited } from '#domains/evidence/queries.ts'
import { LinkButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { formatDay, formatNumber, formatPeriod } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { Locale } from '#platform/words.ts'
import { movementPaths } from '../../register/paths.ts'
import type { MovementRow } from '../../register/queries.ts'
import { participationSubject } from '../participation.ts'
import type { ParticipationRow, ResultRow } from '../queries.ts'
import { words, type ParticipationWords } from '../words.ts'

export interface ParticipantsProps {
  year: BlocYearRow
  at: readonly [string, string]
  movement: MovementRow
  members: readonly MemberRow[]
  participations: readonly ParticipationRow[]
  results: readonly ResultRow[]
  evidence: ReadonlyMap<string, readonly Cited[]>
  ownUnit: string | undefined
  may: { join: boolean; report: boolean }
}

export const participationColumns = (t: ParticipationWords, locale: Locale): Column<ParticipationRow>[] => [
  { key: 'unit', label: t.unit, heading: true, cell: (row) => row.unit },
  { key: 'plan', label: t.plan, cell: (row) => row.plan },
  {
    key: 'people',
    label: t.people,
    numeric: true,
    cell: (row) => (row.people === null ? '' : formatNumber(row.people, locale)),
  },
  { key: 'finish', label: t.finishOn, cell: (row) => row.finish_on && formatDay(row.finish_on) },
  {
    key: 'state',
    label: t.state,
    cell: (row) =>
      row.withdrawn_on === null ? (
        <State kind="done">{t.joined}</State>
      ) : (
        <State kind="none">{t.left(formatDay(row.withdrawn_on))}</State>
      ),
  },
]

const resultColumns = (t: ParticipationWords, locale: Locale): Column<ResultRow>[] => [
  { key: 'unit', label: t.unit, heading: true, cell: (row) => row.unit },
  { key: 'period', label: t.period, cell: (row) => formatPeriod(row.starts_on, row.ends_on, locale) },
  { key: 'text', label: t.text, cell: (row) => row.text },
  {
    key: 'figures',
    label: t.figures,
    cell: (row) =>
      row.figures
        .map(({ name, value, measure }) => t.figureOf(name, formatNumber(value as `${number}`, locale), measure))
        .join('; '),
  },
]

const Evidence = ({ at, participations, evidence, ownUnit }: ParticipantsProps) => {
  const t = words(useLocale())
  const [bloc, year] = at
  const shown = participations.filter(
    ({ id, unit_id: unit }) => unit === ownUnit || (evidence.get(`participation:${id}:`) ?? []).length > 0,
  )
  return (
    <>
      {shown.map((row) => (
        <Details quiet summary={t.evidenceOf(row.unit)}>
          <CitedEvidence
            bloc={bloc}
            year={year}
            subject={participationSubject(row)}
            cited={evidence.get(`participation:${row.id}:`) ?? []}
            mayAdd={row.unit_id === ownUnit && row.withdrawn_on === null}
          />
        </Details>
      ))}
    </>
  )
}

const Buttons = ({ at, movement, participations, ownUnit, may }: ParticipantsProps) => {
  const t = words(useLocale())
  const isIn = participations.some(({ unit_id, withdrawn_on }) => unit_id === ownUnit && withdrawn_on === null)
  return (
    <div class="row">
      {may.join && (
        <LinkButton href={movementPaths.join(...at, movement.id)} look={isIn ? 'plain' : 'main'}>
          {isIn ? t.change : t.join}
        </LinkButton>
      )}
      {may.report && isIn && <LinkButton href={movementPaths.result(...at, movement.id)}>{t.report}</LinkButton>}
    </div>
  )
}

/** The part of a movement's page: who takes part, who is still to say so, and what came of it. */
export const Participants = (props: ParticipantsProps) => {
  const locale = useLocale()
  const t = words(locale)
  const { members, participations, results, movement } = props
  const known = new Set(participations.map(({ unit_id: unit }) => unit))
  const waiting = members.filter(({ unit }) => !known.has(unit)).map((member) => member.short_name)
  if (movement.state === 'draft') return null
  return (
    <>
      <Sheet title={t.title}>
        {participations.length > 0 && (
          <Table caption={t.title} columns={participationColumns(t, locale)} rows={participations} />
        )}
        {waiting.length > 0 && movement.level !== 'unit' && (
          <p class="mute">
            {t.waiting}: {waiting.join(', ')}
          </p>
        )}
        <Buttons {...props} />
      </Sheet>
      <Sheet title={t.results}>
        {results.length === 0 ? (
          <p class="mute">{t.resultsNone}</p>
        ) : (
          <Table caption={t.results} columns={resultColumns(t, locale)} rows={results} />
        )}
        <Evidence {...props} />
      </Sheet>
    </>
  )
}
