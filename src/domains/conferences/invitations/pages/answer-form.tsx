import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { InviteeRow } from '../../attendance/queries.ts'
import { words } from '../words.ts'

/** Come, decline or send somebody: the same form by link and in the workspace. */
export const AnswerForm = ({ action, invitee, form }: { action: string; invitee: InviteeRow; form: Returned }) => {
  const t = words(useLocale())
  const { reply } = invitee
  return (
    <PostedForm action={action} form={form} submit={t.send}>
      <RadioGroup
        {...fieldOf(form, 'answer', reply?.answer)}
        label={t.answer}
        choices={[
          { value: 'accepted', label: t.acceptLabel },
          { value: 'declined', label: t.declineLabel },
          { value: 'proxy', label: t.proxyLabel },
        ]}
        required
      />
      <TextField
        {...fieldOf(form, 'proxyName', reply?.proxy_name)}
        label={t.proxyName}
        help={t.proxyHelp}
        maxlength={120}
      />
      <TextField {...fieldOf(form, 'proxyPost', reply?.proxy_post)} label={t.proxyPost} maxlength={200} />
      <TextField
        {...fieldOf(form, 'proxyMandate', reply?.proxy_mandate)}
        label={t.proxyMandate}
        example={t.proxyMandateExample}
        maxlength={300}
      />
      <TextField {...fieldOf(form, 'note', reply?.note)} label={t.note} maxlength={500} />
    </PostedForm>
  )
}

/** What was answered, in one sentence. */
export function answerWord(invitee: Pick<InviteeRow, 'reply'>, t: ReturnType<typeof words>): string {
  const { reply } = invitee
  if (reply === null) return t.noReply
  return reply.answer === 'proxy' ? t.proxyOf(reply.proxy_name) : t.answers[reply.answer]
}
