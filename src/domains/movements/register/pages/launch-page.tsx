import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { movementPaths } from '../paths.ts'
import type { MovementRow, ReviewRow } from '../queries.ts'
import { words } from '../words.ts'

interface Shared {
  year: BlocYearRow
  at: readonly [string, string]
  movement: MovementRow
  today: string
  form: Returned
}

/** When, by whom and by which document the movement was launched. */
export const LaunchPage = ({ year, at, movement, today, form }: Shared) => {
  const t = words(useLocale())
  return (
    <YearFrame
      year={year}
      title={t.launchTitle}
      under={t.launchNote}
      crumbs={[
        { label: t.title, href: movementPaths.list(...at) },
        { label: movement.title, href: movementPaths.one(...at, movement.id) },
      ]}
    >
      <PostedForm
        action={movementPaths.launch(...at, movement.id)}
        form={form}
        submit={t.launch}
        cancel={{ label: t.cancel, href: movementPaths.one(...at, movement.id) }}
      >
        <DayField {...fieldOf(form, 'launchedOn', today)} label={t.launchedOn} required />
        <TextField
          {...fieldOf(form, 'launcher', movement.launcher)}
          label={t.launcher}
          example={t.launcherExample}
          maxlength={200}
          required
        />
        <TextField
          {...fieldOf(form, 'documentNumber', movement.document_number)}
          label={t.documentNumber}
          example={t.documentNumberExample}
          maxlength={80}
          narrow
        />
        <DayField {...fieldOf(form, 'documentOn', movement.document_on ?? undefined)} label={t.documentOn} />
        <TextField
          {...fieldOf(form, 'documentIssuer', movement.document_issuer)}
          label={t.documentIssuer}
          maxlength={200}
        />
        <Checkbox {...tickOf(form, 'isPublic', movement.is_public)} label={t.isPublic} />
      </PostedForm>
    </YearFrame>
  )
}

/** What a planned review came to. */
export const ReviewPage = ({ year, at, movement, today, form, review }: Shared & { review: ReviewRow }) => {
  const t = words(useLocale())
  return (
    <YearFrame
      year={year}
      title={t.holdTitle(t.reviewKinds[review.kind])}
      under={t.holdNote}
      crumbs={[
        { label: t.title, href: movementPaths.list(...at) },
        { label: movement.title, href: movementPaths.one(...at, movement.id) },
      ]}
    >
      <PostedForm
        action={movementPaths.review(...at, movement.id, review.id)}
        form={form}
        submit={t.holdReview}
        cancel={{ label: t.cancel, href: movementPaths.one(...at, movement.id) }}
      >
        <DayField {...fieldOf(form, 'heldOn', today)} label={t.heldOn} required />
        <TextArea
          {...fieldOf(form, 'result')}
          label={t.result}
          help={t.resultHelp}
          rows={8}
          maxlength={4000}
          required
        />
      </PostedForm>
    </YearFrame>
  )
}
