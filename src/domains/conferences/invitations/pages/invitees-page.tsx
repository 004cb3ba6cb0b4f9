import type { MemberRow } from '#domains/blocs/queries.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { InviteeRow } from '../../attendance/queries.ts'
import { ConferenceFrame } from '../../pages/conference-frame.tsx'
import { conferencePaths } from '../../paths.ts'
import type { ConferencePlace } from '../../read-conference.ts'
import type { LetterState } from '../queries.ts'
import { words } from '../words.ts'
import { answerWord } from './answer-form.tsx'

interface InviteesPageProps {
  place: ConferencePlace
  members: readonly MemberRow[]
  /** What became of the letters; only for who keeps the conference. */
  letters: ReadonlyMap<string, LetterState>
  form: Returned
  refused: string | undefined
}

const Acts = ({ place, row }: { place: ConferencePlace; row: InviteeRow }) => {
  const t = words(useLocale())
  const { at, can } = place
  return (
    <Details
      summary={
        <>
          {t.acts}
          <span class="hidden-text">: {row.name}</span>
        </>
      }
      quiet
    >
      <p>
        <a href={conferencePaths.invitationPaper(...at, row.id)}>{t.paper}</a>
      </p>
      {can('reply') && (
        <p>
          <a href={conferencePaths.reply(...at, row.id)}>{t.reply}</a>
        </p>
      )}
      {can('attend') && row.has_vote && row.asked_in_writing_at === null && (
        <form method="post" action={conferencePaths.askedInWriting(...at, row.id)}>
          <SubmitButton look="plain">{t.ask}</SubmitButton>
        </form>
      )}
      {can('list') && (
        <form method="post" action={conferencePaths.removeInvitee(...at, row.id)}>
          <SubmitButton look="danger">{t.remove}</SubmitButton>
        </form>
      )}
    </Details>
  )
}

function useColumns({ place, letters }: InviteesPageProps): Column<InviteeRow>[] {
  const t = words(useLocale())
  const letterOf = (row: InviteeRow) => {
    const letter = letters.get(row.id)
    if (letter !== undefined)
      return `${t.letters[letter.state]}${letter.at === null ? '' : `, ${formatMoment(letter.at)}`}`
    return row.code_edition === 0 ? t.notInvited : t.noLetter
  }
  const kept: Column<InviteeRow>[] = [
    { key: 'letter', label: t.letter, cell: letterOf },
    { key: 'acts', label: '', bare: true, cell: (row) => <Acts place={place} row={row} /> },
  ]
  return [
    {
      key: 'name',
      label: t.name,
      heading: true,
      cell: (row) => (
        <>
          {row.name}
          {row.post !== '' && <span class="mute">, {row.post}</span>}
        </>
      ),
    },
    { key: 'of', label: t.of, cell: (row) => row.of },
    {
      key: 'kind',
      label: t.hasVote,
      cell: (row) =>
        [row.has_vote ? t.voter : t.kinds[row.kind], row.asked_in_writing_at === null ? '' : t.asked]
          .filter((part) => part !== '')
          .join(', '),
    },
    { key: 'reply', label: t.reply, cell: (row) => answerWord(row, t) },
    ...(place.isKeeper ? kept : []),
  ]
}

const Adding = ({ place, members, form }: InviteesPageProps) => {
  const t = words(useLocale())
  const isBack = form.errors.length > 0 || form.refused !== undefined
  return (
    <Details summary={t.add} open={isBack}>
      <PostedForm action={conferencePaths.invitees(...place.at)} form={form} submit={t.addSubmit}>
        <TextField {...fieldOf(form, 'name')} label={t.name} example={t.nameExample} maxlength={120} required />
        <SelectField
          {...fieldOf(form, 'unit')}
          label={t.unit}
          none={t.unitNone}
          options={members.map((member) => ({ value: member.unit, label: member.full_name }))}
        />
        <TextField {...fieldOf(form, 'post')} label={t.post} maxlength={200} />
        <TextField {...fieldOf(form, 'organisation')} label={t.organisation} maxlength={200} />
        <TextField {...fieldOf(form, 'email')} label={t.email} help={t.emailHelp} type="email" maxlength={200} />
        <Checkbox {...tickOf(form, 'hasVote')} label={t.hasVote} />
      </PostedForm>
    </Details>
  )
}

/** Who is invited and what they answered; for who keeps it also the letters. */
export const InviteesPage = (props: InviteesPageProps) => {
  const t = words(useLocale())
  const { place } = props
  const { at, can } = place
  const shown = place.roll.filter(({ removed_at: removed }) => removed === null)
  const waiting = shown.filter(({ code_edition: edition }) => edition === 0).length
  return (
    <ConferenceFrame place={place} part="invitees">
      {props.refused !== undefined && <Notice kind="error">{props.refused}</Notice>}
      {can('invite') && waiting > 0 && (
        <Notice kind="info" title={t.inviteNote(String(waiting))}>
          <form method="post" action={conferencePaths.invitations(...at)}>
            <SubmitButton>{t.invite}</SubmitButton>
          </form>
        </Notice>
      )}
      <Sheet title={t.title} flush>
        <Table
          caption={t.title}
          rows={shown}
          columns={useColumns(props)}
          empty={<Empty title={t.none}>{t.noneBody}</Empty>}
        />
      </Sheet>
      {can('list') && <Adding {...props} />}
    </ConferenceFrame>
  )
}
