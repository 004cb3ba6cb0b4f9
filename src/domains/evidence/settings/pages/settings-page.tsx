import { SubmitButton } from '#ui/button.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay, formatNumber } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { fileMedia } from '../../evidence.ts'
import { mostMegabytes } from '../keep-limit.ts'
import { settingPaths } from '../paths.ts'
import type { Host, Limit } from '../queries.ts'
import { words } from '../words.ts'

interface SettingsPageProps {
  limits: readonly Limit[]
  hosts: readonly Host[]
  today: string
  limit: Returned
  host: Returned
}

const LimitState = ({ limit, limits, today }: { limit: Limit; limits: readonly Limit[]; today: string }) => {
  const t = words(useLocale())
  if (limit.from_on > today) return <State kind="soon">{t.ahead}</State>
  const holds = limits.find(({ medium, from_on }) => medium === limit.medium && from_on <= today)
  return holds === limit ? <State kind="done">{t.now}</State> : <State kind="none">{t.over}</State>
}

const Limits = ({ limits, today, limit: form }: SettingsPageProps) => {
  const locale = useLocale()
  const t = words(locale)
  return (
    <>
      <Sheet title={t.limits} flush>
        <Table
          caption={t.limits}
          rows={limits}
          columns={[
            { key: 'medium', label: t.medium, cell: ({ medium }) => t.media[medium] },
            {
              key: 'most',
              label: t.most,
              numeric: true,
              cell: ({ most_bytes }) => t.megabytes(formatNumber(Math.floor(most_bytes / 1_048_576), locale)),
            },
            { key: 'from', label: t.from, cell: ({ from_on }) => formatDay(from_on) },
            { key: 'state', label: t.state, cell: (limit) => <LimitState {...{ limit, limits, today }} /> },
          ]}
        />
      </Sheet>
      <Sheet title={t.change}>
        <PostedForm action={settingPaths.limits} form={form} submit={t.save}>
          <SelectField
            {...fieldOf(form, 'medium', 'pdf')}
            label={t.medium}
            options={fileMedia.map((value) => ({ value, label: t.media[value] }))}
            required
          />
          <TextField
            {...fieldOf(form, 'megabytes')}
            label={t.megabytesLabel}
            help={t.megabytesHelp(mostMegabytes)}
            inputmode="numeric"
            narrow
            required
          />
          <DayField {...fieldOf(form, 'fromOn', today)} label={t.from} required />
        </PostedForm>
      </Sheet>
    </>
  )
}

const Hosts = ({ hosts, host: form }: SettingsPageProps) => {
  const t = words(useLocale())
  return (
    <>
      <Sheet title={t.hosts}>
        <p class="mute">{t.hostsBody}</p>
        <Table
          caption={t.hosts}
          rows={hosts}
          columns={[
            { key: 'host', label: t.host, cell: ({ host }) => host },
            { key: 'name', label: t.name, cell: ({ name }) => name },
            {
              key: 'state',
              label: t.state,
              cell: ({ to_on }) =>
                to_on === null ? (
                  <State kind="done">{t.accepted}</State>
                ) : (
                  <State kind="none">{t.ended(formatDay(to_on))}</State>
                ),
            },
            {
              key: 'end',
              label: '',
              cell: ({ host, to_on }) =>
                to_on === null && (
                  <form method="post" action={settingPaths.hostEnd}>
                    <input type="hidden" name="host" value={host} />
                    <SubmitButton look="quiet">
                      {t.end}
                      <span class="hidden-text"> {host}</span>
                    </SubmitButton>
                  </form>
                ),
            },
          ]}
        />
      </Sheet>
      <Sheet title={t.accept}>
        <PostedForm action={settingPaths.hosts} form={form} submit={t.doAccept}>
          <TextField {...fieldOf(form, 'host')} label={t.host} example={t.hostExample} maxlength={200} required />
          <TextField {...fieldOf(form, 'name')} label={t.name} maxlength={80} required />
        </PostedForm>
      </Sheet>
    </>
  )
}

/** What the tenant takes as evidence, for the administrator. */
export const SettingsPage = (props: SettingsPageProps) => {
  const t = words(useLocale())
  return (
    <div class="stack">
      <PageHead title={t.title} under={t.intro} />
      <Limits {...props} />
      <Hosts {...props} />
    </div>
  )
}
