import type { Returned } from '#ui/form/posted-form.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { InviteeRow } from '../../attendance/queries.ts'
import { ConferenceFrame } from '../../pages/conference-frame.tsx'
import { conferencePaths } from '../../paths.ts'
import type { ConferencePlace } from '../../read-conference.ts'
import { words } from '../words.ts'
import { AnswerForm, answerWord } from './answer-form.tsx'

interface ReplyProps {
  place: ConferencePlace
  invitee: InviteeRow
  form: Returned
}

/** An invitation on the page of its conference: what was answered, and the form behind it. */
export const OwnInvitation = ({ place, invitee, form }: ReplyProps) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.answerTitle(invitee.name)}>
      <div class="stack">
        {invitee.reply !== null && (
          <Notice kind="success" title={t.answered(answerWord(invitee, t))}>
            {t.changeable}
          </Notice>
        )}
        <AnswerForm action={conferencePaths.reply(...place.at, invitee.id)} invitee={invitee} form={form} />
      </div>
    </Sheet>
  )
}

/** One invitation, answered in the workspace. */
export const ReplyPage = (props: ReplyProps) => (
  <ConferenceFrame place={props.place} part="invitees">
    <OwnInvitation {...props} />
  </ConferenceFrame>
)
