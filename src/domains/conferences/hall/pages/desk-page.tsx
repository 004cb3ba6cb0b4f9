import type { MemberRow } from '#domains/blocs/queries.ts'
import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { ConferenceFrame, QuorumLine } from '../../pages/conference-frame.tsx'
import { conferencePaths } from '../../paths.ts'
import type { DecisionRow, ItemRow, SpeakerRow, VoteRow } from '../../queries.ts'
import type { ConferencePlace } from '../../read-conference.ts'
import { words as conferenceWords } from '../../words.ts'
import { words } from '../words.ts'
import { Outcomes, type DeskForms } from './desk-forms.tsx'
import { Speakers } from './speakers.tsx'

export interface DeskPageProps {
  place: ConferencePlace
  members: readonly MemberRow[]
  speakers: readonly SpeakerRow[]
  decisions: readonly DecisionRow[]
  votes: readonly VoteRow[]
  forms: DeskForms
}

const Items = ({ place }: DeskPageProps) => {
  const t = words(useLocale())
  const c = conferenceWords(useLocale())
  const { at, items, conference, can } = place
  const columns: Column<ItemRow>[] = [
    { key: 'title', label: c.item, heading: true, cell: (row) => `${row.position}. ${row.title}` },
    { key: 'by', label: c.presenter, cell: (row) => row.presenter },
    {
      key: 'now',
      label: t.nowAt,
      bare: true,
      cell: (row) => {
        if (conference.state === 'opened' && row.id === conference.present_item_id)
          return <State kind="soon">{t.nowAt}</State>
        if (!can('conduct')) return ''
        return (
          <form method="post" action={conferencePaths.present(...at)}>
            <input type="hidden" name="item" value={row.id} />
            <SubmitButton look="plain">
              {t.showItem}
              <span class="hidden-text">: {row.title}</span>
            </SubmitButton>
          </form>
        )
      },
    },
  ]
  return <Table caption={t.agenda} rows={items} columns={columns} empty={<Empty title={c.noAgenda} />} />
}

/** The secretary's desk: what the large screen shows, who speaks, what is decided and counted. */
export const DeskPage = (props: DeskPageProps) => {
  const t = words(useLocale())
  const c = conferenceWords(useLocale())
  const { place, forms } = props
  const { at, can } = place
  return (
    <ConferenceFrame
      place={place}
      part="desk"
      under={t.deskUnder}
      actions={<LinkButton href={conferencePaths.screen(...at)}>{c.screen}</LinkButton>}
    >
      {forms.act?.refused !== undefined && <Notice kind="error">{forms.act.refused}</Notice>}
      {!can('conduct') && place.conference.state === 'invited' && <Notice kind="info" title={t.startNote} />}
      <Sheet>
        <QuorumLine quorum={place.quorum} />
      </Sheet>
      <Sheet title={c.agenda} flush>
        <Items {...props} />
      </Sheet>
      <Sheet title={t.speakers}>
        <Speakers place={place} speakers={props.speakers} form={forms.speaker} />
      </Sheet>
      {can('conduct') && <Outcomes {...props} />}
    </ConferenceFrame>
  )
}
