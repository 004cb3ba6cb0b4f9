import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { countPaths } from '../../paper-count/paths.ts'
import type { ConferenceRow } from '../../queries.ts'
import { minutesPaths } from '../paths.ts'
import { words } from '../words.ts'
import { MinutesFrame, type At } from './minutes-frame.tsx'

interface StartPageProps {
  year: BlocYearRow
  conference: ConferenceRow
  at: At
  mayStart: boolean
  copies: number
  form: Returned
}

/** Before there are minutes: what will stand here, and how to begin. */
export const StartPage = ({ year, conference, at, mayStart, copies, form }: StartPageProps) => {
  const t = words(useLocale())
  return (
    <MinutesFrame
      year={year}
      conference={conference}
      title={t.titleOf(conference.title)}
      actions={<LinkButton href={countPaths.list(...at)}>{t.paperCount}</LinkButton>}
    >
      <Empty title={t.none}>{t.noneBody}</Empty>
      {mayStart && (
        <Sheet title={t.start}>
          <p>{t.ruleNote}</p>
          <PostedForm action={minutesPaths.one(...at)} form={form} submit={t.start}>
            <TextField
              {...fieldOf(form, 'copies', String(copies))}
              label={t.copies}
              help={t.copiesHelp}
              inputmode="numeric"
              maxlength={2}
              narrow
              required
            />
          </PostedForm>
        </Sheet>
      )}
    </MinutesFrame>
  )
}
