import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Actions } from '#ui/form/actions.tsx'
import { CellInput } from '#ui/form/cell-input.tsx'
import type { Returned } from '#ui/form/posted-form.tsx'
import { History } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { OfflineEntry } from '#ui/offline-entry.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { InviteeRow, RollLine } from '../../attendance/queries.ts'
import { attendanceStates, type AttendanceState } from '../../conference.ts'
import { ConferenceFrame, QuorumLine } from '../../pages/conference-frame.tsx'
import { conferencePaths } from '../../paths.ts'
import type { ConferencePlace } from '../../read-conference.ts'
import { words } from '../words.ts'

interface RollPageProps {
  place: ConferencePlace
  lines: readonly RollLine[]
  form: Returned
}

interface TickProps {
  row: InviteeRow
  state: AttendanceState
  chosen: string | undefined
}

const Tick = ({ row, state, chosen }: TickProps) => {
  const t = words(useLocale())
  return (
    <label class="choice cell-tick">
      <input
        type="radio"
        name={`state.${row.id}`}
        value={state}
        checked={chosen === state}
        aria-label={t.cellOf(t.states[state], row.name)}
      />
      <span>{t.states[state]}</span>
    </label>
  )
}

/** What stands for a person: as it was sent, else as it is on the roll, else as the proxy was announced. */
function given(row: InviteeRow, form: Returned) {
  const typed = (name: string) => form.typed[`${name}.${row.id}`]
  const announced = row.attendance === null && row.reply?.answer === 'proxy' ? row.reply : undefined
  return {
    state: typed('state') ?? row.attendance ?? undefined,
    proxyName: typed('proxyName') ?? (announced?.proxy_name || row.proxy_name),
    proxyMandate: typed('proxyMandate') ?? (announced?.proxy_mandate || row.proxy_mandate),
  }
}

function useColumns({ form }: RollPageProps): Column<InviteeRow>[] {
  const t = words(useLocale())
  return [
    {
      key: 'name',
      label: t.name,
      heading: true,
      cell: (row) => (
        <>
          {row.name}
          <span class="mute"> {row.of}</span>
        </>
      ),
    },
    {
      key: 'state',
      label: t.there,
      bare: true,
      cell: (row) => (
        <span class="row">
          <input type="hidden" name={`edition.${row.id}`} value={String(row.attendance_version)} />
          {attendanceStates.map((state) => (
            <Tick row={row} state={state} chosen={given(row, form).state} />
          ))}
        </span>
      ),
    },
    ...(['proxyName', 'proxyMandate'] as const).map((key): Column<InviteeRow> => ({
      key,
      label: t[key],
      cell: (row) => (
        <CellInput name={`${key}.${row.id}`} label={t.cellOf(t[key], row.name)} value={given(row, form)[key]} />
      ),
    })),
  ]
}

const Ticking = (props: RollPageProps) => {
  const t = words(useLocale())
  const { place } = props
  const shown = place.roll.filter(({ removed_at: removed }) => removed === null)
  return (
    <OfflineEntry number="request" title={t.rollEntry(place.conference.title)}>
      <form method="post" action={conferencePaths.roll(...place.at)} class="stack" novalidate>
        <input type="hidden" name="request" value="" />
        <Table caption={t.roll} rows={shown} columns={useColumns(props)} />
        <Actions>
          <SubmitButton>{t.saveRoll}</SubmitButton>
        </Actions>
      </form>
    </OfflineEntry>
  )
}

/** The secretary's roll: it works without a line, and keeps every tick as history. */
export const RollPage = (props: RollPageProps) => {
  const t = words(useLocale())
  const { place, lines, form } = props
  const stateOf = (line: RollLine) =>
    line.state === 'proxy' ? `${line.proxy_name} (${line.proxy_mandate})` : t.states[line.state]
  const history = lines.map((line) => ({
    at: line.marked_at,
    who: line.marked_name ?? t.ways[line.way],
    what: t.tickLine(line.name, stateOf(line)),
  }))
  return (
    <ConferenceFrame place={place} part="roll" under={t.rollUnder}>
      {form.refused !== undefined && <Notice kind="error">{form.refused}</Notice>}
      <Sheet>
        <QuorumLine quorum={place.quorum} />
        {place.conference.state === 'opened' && place.quorum.without > 0 && (
          <p class="mute">{t.noVoteLeft(String(place.quorum.without))}</p>
        )}
      </Sheet>
      {place.can('attend') && (
        <Sheet title={t.roll}>
          <Ticking {...props} />
        </Sheet>
      )}
      <Details summary={t.rollHistory} open={!place.can('attend')}>
        {history.length === 0 ? <p class="mute">{t.rollHistoryNone}</p> : <History entries={history} />}
      </Details>
    </ConferenceFrame>
  )
}
