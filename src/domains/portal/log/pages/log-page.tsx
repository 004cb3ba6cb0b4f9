import type { KeptCheckpoint } from '#capabilities/audit/checkpoints/take-checkpoint.ts'
import type { Locale } from '#platform/words.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Facts } from '#ui/facts.tsx'
import { formatMoment } from '#ui/format.ts'
import { ListTools } from '#ui/list-tools.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { deedTeller } from '../deeds.ts'
import { isFiltered, withFilter, type LogFilter } from '../filter.ts'
import { logPaths } from '../paths.ts'
import type { LogRow } from '../queries.ts'
import type { RecordName } from '../record-names.ts'
import { words, type LogWords } from '../words.ts'
import { KeepingForm, type KeepingProps } from './keeping-form.tsx'

export interface LogPageProps {
  locale: Locale
  filter: LogFilter
  entries: readonly LogRow[]
  records: ReadonlyMap<string, RecordName>
  units: readonly { id: string; name: string }[]
  /** Whether older entries follow. */
  hasMore: boolean
  latest: KeptCheckpoint | undefined
  /** `null` for whoever gets no such mails. */
  getsMails: boolean | null
  /** `null` for whoever may not choose it. */
  keeping: KeepingProps | null
}

const RecordLink = ({ entry, t, records }: { entry: LogRow; t: LogWords; records: LogPageProps['records'] }) => {
  const kind = t.subjects[entry.subject_kind] ?? entry.subject_kind
  const record = records.get(entry.subject_id ?? '')
  if (record === undefined) return <>{kind}</>
  return (
    <>
      <small class="mute">{kind}</small> {record.href ? <a href={record.href}>{record.name}</a> : record.name}
    </>
  )
}

const Technical = ({ entry, t, records }: { entry: LogRow; t: LogWords; records: LogPageProps['records'] }) => {
  const name = records.get(entry.subject_id ?? '')?.name
  return (
    <Details summary={t.technical} quiet>
      <Facts
        facts={[
          { label: t.number, value: String(entry.number) },
          { label: t.hash, value: <code>{entry.hash.toString('hex')}</code> },
        ]}
      />
      {entry.account_id && (
        <p>
          <a href={withFilter(logPaths.list, { nguoi: entry.account_id })}>{t.onlyBy(entry.actor_name)}</a>
        </p>
      )}
      {name && entry.subject_id && (
        <p>
          <a href={withFilter(logPaths.list, { 'ho-so': entry.subject_id })}>{t.onlyOf(name)}</a>
        </p>
      )}
    </Details>
  )
}

const columnsOf = (t: LogWords, { locale, records }: LogPageProps): Column<LogRow>[] => {
  const tell = deedTeller(locale)
  return [
    {
      key: 'at',
      label: t.columns.at,
      cell: (entry) => <time datetime={entry.at.toISOString()}>{formatMoment(entry.at)}</time>,
    },
    {
      key: 'what',
      label: t.columns.what,
      bare: true,
      cell: (entry) => (
        <>
          <b>{entry.actor_name}</b> {tell(entry)}
          <Technical entry={entry} t={t} records={records} />
        </>
      ),
    },
    {
      key: 'record',
      label: t.columns.record,
      bare: true,
      cell: (entry) => <RecordLink entry={entry} t={t} records={records} />,
    },
  ]
}

const Tools = ({ t, filter, units, entries }: LogPageProps & { t: LogWords }) => (
  <ListTools
    action={logPaths.list}
    search={{ label: t.search, value: filter.q }}
    filters={[
      {
        name: 'loai',
        label: t.kind,
        value: filter.loai,
        options: Object.entries(t.kinds).map(([value, label]) => ({ value, label })),
      },
      ...(units.length === 0
        ? []
        : [
            {
              name: 'don-vi',
              label: t.unit,
              value: filter['don-vi'],
              options: units.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]),
    ]}
    days={[
      { name: 'tu', label: t.from, value: filter.tu },
      { name: 'den', label: t.to, value: filter.den },
    ]}
    keep={{
      ...(filter.nguoi === undefined ? {} : { nguoi: filter.nguoi }),
      ...(filter['ho-so'] === undefined ? {} : { 'ho-so': filter['ho-so'] }),
    }}
    shown={entries.length}
    total={entries.length}
    count={t.shown(entries.length)}
    clearHref={isFiltered(filter) ? logPaths.list : undefined}
  >
    <a href={withFilter(logPaths.sheet, filter)}>{t.sheet}</a>
    <a href={withFilter(logPaths.lines, filter)}>{t.lines}</a>
  </ListTools>
)

const Older = ({ t, filter, entries, hasMore }: LogPageProps & { t: LogWords }) => {
  const last = entries.at(-1)?.number
  return (
    <nav class="pagination" aria-label={t.title}>
      {filter.truoc !== undefined && (
        <a class="pagination-step" href={withFilter(logPaths.list, { ...filter, truoc: undefined })}>
          {t.newest}
        </a>
      )}
      {hasMore && last !== undefined && (
        <a class="pagination-step" rel="next" href={withFilter(logPaths.list, { ...filter, truoc: last })}>
          {t.older}
        </a>
      )}
    </nav>
  )
}

const Checkpoints = ({ t, latest, getsMails }: LogPageProps & { t: LogWords }) => (
  <Sheet title={t.checkpoint}>
    <div class="stack tight">
      <p>{t.checkpointBody}</p>
      {latest === undefined ? (
        <p class="mute">{t.noCheckpoint}</p>
      ) : (
        <>
          <p>{t.latest(latest.number, formatMoment(latest.at))}</p>
          <p>
            <code>{latest.line}</code>
          </p>
          <p>
            <a href={logPaths.checkpoints}>{t.download}</a>
          </p>
        </>
      )}
      {getsMails !== null && (
        <form method="post" action={logPaths.mails}>
          <p>{getsMails ? t.mailsOn : t.mailsOff}</p>
          <input type="hidden" name="wanted" value={getsMails ? 'no' : 'yes'} />
          <SubmitButton look="plain">{getsMails ? t.mailsDecline : t.mailsAccept}</SubmitButton>
        </form>
      )}
    </div>
  </Sheet>
)

export const LogPage = (props: LogPageProps) => {
  const t = words(props.locale)
  return (
    <div class="stack">
      <PageHead title={t.title} under={t.under} />
      <Tools t={t} {...props} />
      <Sheet flush>
        <Table
          caption={t.caption}
          columns={columnsOf(t, props)}
          rows={props.entries}
          rowId={(entry) => `muc-${entry.number}`}
          empty={
            <Empty title={t.none} icon="search">
              {t.noneBody}
            </Empty>
          }
        />
      </Sheet>
      <Older t={t} {...props} />
      <Checkpoints t={t} {...props} />
      {props.keeping && <KeepingForm {...props.keeping} />}
    </div>
  )
}
