import { LinkButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { deadline, formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { reviewKinds } from '../movement.ts'
import { movementPaths } from '../paths.ts'
import type { ReviewRow } from '../queries.ts'
import { words, type RegisterWords } from '../words.ts'
import type { MovementPageProps } from './movement-page.tsx'

const Held = ({ review, today }: { review: ReviewRow; today: string }) => {
  const locale = useLocale()
  if (review.held_on !== null) return <State kind="done">{formatDay(review.held_on)}</State>
  const { state, text } = deadline(review.planned_on, today, locale)
  return (
    <State kind={state}>
      {words(locale).notHeld}, {text}
    </State>
  )
}

const columns = (t: RegisterWords, { at, today, movement, can }: MovementPageProps): Column<ReviewRow>[] => [
  { key: 'kind', label: t.review, heading: true, cell: (row) => t.reviewKinds[row.kind] },
  { key: 'planned', label: t.plannedOn, cell: (row) => formatDay(row.planned_on) },
  { key: 'held', label: t.heldOn, cell: (row) => <Held review={row} today={today} /> },
  {
    key: 'result',
    label: t.result,
    cell: (row) =>
      row.held_on === null && can('holdReview') ? (
        <LinkButton href={movementPaths.review(...at, movement.id, row.id)} look="quiet">
          {t.holdReview}
        </LinkButton>
      ) : (
        row.result
      ),
  },
]

/** The reviews of a movement: planned, held, with what they came to. */
export const Reviews = (props: MovementPageProps) => {
  const t = words(useLocale())
  const { at, movement, reviews, forms, can } = props
  const form = forms.review ?? { typed: {}, errors: [] }
  return (
    <Sheet title={t.reviews}>
      {reviews.length === 0 ? (
        <p class="mute">{t.reviewsNone}</p>
      ) : (
        <Table caption={t.reviews} columns={columns(t, props)} rows={reviews} />
      )}
      {can('planReview') && (
        <Details summary={t.planReview} open={forms.review !== undefined}>
          <PostedForm action={movementPaths.planReview(...at, movement.id)} form={form} submit={t.doPlan}>
            <RadioGroup
              {...fieldOf(form, 'kind', 'interim')}
              label={t.review}
              choices={reviewKinds.map((value) => ({ value, label: t.reviewKinds[value] }))}
              required
            />
            <DayField {...fieldOf(form, 'plannedOn')} label={t.plannedOn} required />
          </PostedForm>
        </Details>
      )}
    </Sheet>
  )
}
