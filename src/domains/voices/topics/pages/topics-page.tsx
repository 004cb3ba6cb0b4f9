import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { ReturnedForm } from '#platform/answer-form.ts'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { formatDay } from '#ui/format.ts'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { topicPaths } from '../paths.ts'
import { words } from '../words.ts'
import { RenameForm } from './rename-form.tsx'

export interface TopicRow {
  id: string
  parent_id: string | null
  name: string
  ended_on: string | null
}

interface TopicsPageProps {
  year: BlocYearRow
  at: readonly [bloc: string, year: string]
  /** Each parent before what lies under it. */
  topics: readonly TopicRow[]
  mayKeep: boolean
  form: ReturnedForm
}

const columnsOf = ({ at, topics, mayKeep }: TopicsPageProps, t: ReturnType<typeof words>): Column<TopicRow>[] => {
  const nameOf = (id: string | null) => topics.find((topic) => topic.id === id)?.name ?? ''
  const acts: Column<TopicRow> = {
    key: 'acts',
    label: t.acts,
    cell: ({ id, name, ended_on }) =>
      ended_on === null && (
        <RenameForm
          id={id}
          name={name}
          renaming={topicPaths.renaming(id, ...at)}
          ending={topicPaths.ending(id, ...at)}
        />
      ),
  }
  return [
    { key: 'name', label: t.name, cell: ({ name }) => name },
    { key: 'parent', label: t.parent, cell: ({ parent_id }) => nameOf(parent_id) || t.top },
    {
      key: 'state',
      label: t.state,
      cell: ({ ended_on }) =>
        ended_on === null ? (
          <State kind="done">{t.inUse}</State>
        ) : (
          <State kind="none">{t.endedOn(formatDay(ended_on))}</State>
        ),
    },
    ...(mayKeep ? [acts] : []),
  ]
}

const Adding = ({ at, topics, form }: TopicsPageProps) => {
  const t = words(useLocale())
  const parents = topics.filter(({ parent_id, ended_on }) => parent_id === null && ended_on === null)
  return (
    <Sheet title={t.add}>
      <PostedForm action={topicPaths.list(...at)} form={form} submit={t.add}>
        <TextField {...fieldOf(form, 'name')} label={t.name} maxlength={120} required />
        <SelectField
          {...fieldOf(form, 'parent')}
          label={t.parent}
          options={parents.map(({ id, name }) => ({ value: id, label: name }))}
          none={t.top}
        />
      </PostedForm>
    </Sheet>
  )
}

/** The bloc's tree of topics, and how its head changes it. */
export const TopicsPage = (props: TopicsPageProps) => {
  const { year, at, topics, mayKeep, form } = props
  const t = words(useLocale())
  const start = mayKeep && (
    <form method="post" action={topicPaths.start(...at)}>
      <SubmitButton>{t.start}</SubmitButton>
    </form>
  )
  return (
    <YearFrame
      year={year}
      title={t.title}
      under={t.under}
      actions={<LinkButton href={topicPaths.codes}>{t.toCodes}</LinkButton>}
      within
    >
      {form.refused && form.typed['name'] === undefined && <Notice kind="error">{form.refused}</Notice>}
      <Sheet flush>
        <Table
          caption={t.caption}
          columns={columnsOf(props, t)}
          rows={topics}
          empty={
            <Empty title={t.empty} action={start}>
              {t.emptyBody}
            </Empty>
          }
        />
      </Sheet>
      {mayKeep && <Adding {...props} />}
    </YearFrame>
  )
}
