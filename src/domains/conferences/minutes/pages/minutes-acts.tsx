import { addDays } from '#platform/clock.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { Missing } from '../minutes.ts'
import { minutesPaths } from '../paths.ts'
import { words } from '../words.ts'
import type { At } from './minutes-frame.tsx'

interface Acting {
  at: At
  missing: readonly Missing[]
  today: string
}

/** A day that is offered and may be changed: what the bloc is used to. */
const offeredDays = 3

export const SendSheet = ({ at, today }: Acting) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.send}>
      <form method="post" action={minutesPaths.sending(...at)} class="fields">
        <p>{t.sendNote}</p>
        <DayField
          name="respondBy"
          value={addDays(today, offeredDays)}
          label={t.respondBy}
          help={t.respondByHelp}
          required
        />
        <div class="row">
          <SubmitButton>{t.send}</SubmitButton>
        </div>
      </form>
    </Sheet>
  )
}

export const FreezeSheet = ({ at, missing }: Acting) => {
  const t = words(useLocale())
  return (
    <Sheet title={t.freeze}>
      <form method="post" action={minutesPaths.freezing(...at)} class="fields">
        <p>{t.freezeNote}</p>
        {missing.length > 0 && (
          <Notice kind="warning" title={t.missingTitle}>
            <ul>
              {missing.map((fault) => (
                <li>{t.missing[fault]}</li>
              ))}
            </ul>
          </Notice>
        )}
        {missing.length === 0 && (
          <>
            <Checkbox name="isMeant" label={t.isMeant} required />
            <div class="row">
              <SubmitButton>{t.freeze}</SubmitButton>
            </div>
          </>
        )}
      </form>
    </Sheet>
  )
}

export const WithdrawSheet = ({ at }: Pick<Acting, 'at'>) => {
  const t = words(useLocale())
  return (
    <Sheet>
      <Details summary={t.withdraw}>
        <form method="post" action={minutesPaths.withdrawal(...at)} class="fields">
          <p>{t.withdrawNote}</p>
          <TextArea name="reason" label={t.reason} rows={3} maxlength={2000} required />
          <div class="row">
            <SubmitButton look="danger">{t.doWithdraw}</SubmitButton>
          </div>
        </form>
      </Details>
    </Sheet>
  )
}
