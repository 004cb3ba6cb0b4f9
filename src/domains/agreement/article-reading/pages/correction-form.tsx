import { SubmitButton } from '#ui/button.tsx'
import { Actions } from '#ui/form/actions.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { fieldOf, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SavedAt } from '#ui/form/saved-at.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { spanAnchor } from '#ui/marked-text.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { movementContexts, type KeptDraft, type KeptMovement, type Written } from '../kept-draft.ts'
import type { StandingDoubt } from '../standing-doubts.ts'
import { words } from '../words.ts'

export interface CorrectionFormProps {
  action: string
  /** Where the form goes to become the agreement's draft; `null` when the year has an agreement. */
  keeping: string | null
  version: number
  draft: KeptDraft
  source: string
  doubts: readonly StandingDoubt[]
  form: Returned
}

/** Value, error, doubt and place in the article of a field, as every field takes them. */
function useFields({ form, doubts }: CorrectionFormProps) {
  const locale = useLocale()
  const t = words(locale).show
  return (name: string, text: Written) => {
    const messages = doubts.filter((one) => one.field === name).map((one) => one.doubt.message[locale])
    return {
      ...fieldOf(form, name, text.value),
      doubt: messages.length === 0 ? undefined : `${messages.join('. ')}.`,
      source: text.span === null ? undefined : { href: `#${spanAnchor(name)}`, label: t.seeInText },
    }
  }
}

/** One click puts an offered correction in; nothing is corrected by itself. */
const Offers = ({ field, doubts, source }: { field: string } & Pick<CorrectionFormProps, 'doubts' | 'source'>) => {
  const t = words(useLocale()).show
  const offered = doubts.filter((one) => one.field === field && one.offers.length > 0)
  if (offered.length === 0) return null
  return (
    <div class="row">
      {offered.flatMap(({ index, doubt, offers }) =>
        offers.map((offer, nth) => (
          <SubmitButton look="plain" name="act" value={`take.${index}.${nth}`} unchecked>
            {t.takeOffer(source.slice(...(doubt.span ?? [0, 0])), offer)}
          </SubmitButton>
        )),
      )}
    </div>
  )
}

const Remove = ({ act, what }: { act: string; what: string }) => (
  <div class="row">
    <SubmitButton look="quiet" name="act" value={act} unchecked>
      {words(useLocale()).show.remove(what)}
    </SubmitButton>
  </div>
)

const HeadFields = (props: CorrectionFormProps) => {
  const t = words(useLocale()).show
  const field = useFields(props)
  const { theme, place, signing_date: day, witness } = props.draft
  return (
    <Sheet title={t.headFields}>
      <div class="fields">
        <TextField label={t.theme} maxlength={500} {...field('theme', theme)} />
        <Offers {...props} field="theme" />
        <TextField label={t.place} maxlength={100} {...field('place', place)} />
        <DayField label={t.signingOn} {...field('signing_date', day)} />
        <TextField label={t.witness} maxlength={300} {...field('witness', witness)} />
      </div>
    </Sheet>
  )
}

const Commitments = (props: CorrectionFormProps) => {
  const t = words(useLocale()).show
  const field = useFields(props)
  return (
    <Sheet title={t.commitments} id="commitments">
      <div class="fields">
        {props.draft.commitments.length === 0 && <p class="mute">{t.noCommitments}</p>}
        {props.draft.commitments.map(({ id, ...text }, index) => {
          const name = `commitments.${id}`
          const label = t.commitment(index + 1)
          return (
            <div>
              <TextArea
                label={label}
                rows={text.value.length > 90 ? 5 : 3}
                maxlength={5000}
                required
                {...field(name, text)}
              />
              <Offers {...props} field={name} />
              <Remove act={`remove.${name}`} what={label} />
            </div>
          )
        })}
        <div>
          <SubmitButton look="quiet" icon="plus" name="act" value="add.commitments" unchecked>
            {t.addCommitment}
          </SubmitButton>
        </div>
      </div>
    </Sheet>
  )
}

const yearText = (year: number | null) => (year === null ? '' : String(year))

const Movement = (props: CorrectionFormProps & { movement: KeptMovement; position: number }) => {
  const t = words(useLocale())
  const field = useFields(props)
  const { id, title, from, to, context } = props.movement
  const name = `movements.${id}`
  const years = (part: 'from' | 'to', year: number | null) => ({
    ...fieldOf(props.form, `${name}.${part}`, yearText(year)),
    inputmode: 'numeric' as const,
    maxlength: 4,
    narrow: true,
  })
  return (
    <Fieldset legend={t.show.movement(props.position)}>
      <TextField label={t.show.title} maxlength={300} required {...field(`${name}.title`, title)} />
      <Offers {...props} field={`${name}.title`} />
      <div class="row">
        <TextField label={t.show.from} {...years('from', from)} />
        <TextField label={t.show.to} {...years('to', to)} />
      </div>
      <RadioGroup
        label={t.show.context}
        required
        choices={movementContexts.map((value) => ({ value, label: t.contexts[value], help: t.contextHelp[value] }))}
        {...fieldOf(props.form, `${name}.context`, context)}
      />
      <Remove act={`remove.${name}`} what={t.show.movement(props.position)} />
    </Fieldset>
  )
}

const Movements = (props: CorrectionFormProps) => {
  const t = words(useLocale()).show
  return (
    <Sheet title={t.movements} id="movements">
      {props.draft.movements.length === 0 && <p class="mute">{t.noMovements}</p>}
      {props.draft.movements.map((movement, index) => (
        <Movement {...props} movement={movement} position={index + 1} />
      ))}
      <Actions>
        <SubmitButton look="quiet" icon="plus" name="act" value="add.movements" unchecked>
          {t.addMovement}
        </SubmitButton>
      </Actions>
    </Sheet>
  )
}

/** What was read, to be put right. Enter saves: the first button of the form is the one that does only that. */
export const CorrectionForm = (props: CorrectionFormProps) => {
  const t = words(useLocale()).show
  return (
    <auto-save>
      <form method="post" action={props.action} class="stack" id="sua">
        <input type="hidden" name="version" value={String(props.version)} />
        <div class="row">
          <SubmitButton look="plain" unchecked>
            {t.save}
          </SubmitButton>
          <SavedAt />
        </div>
        <HeadFields {...props} />
        <Commitments {...props} />
        <Movements {...props} />
        {props.keeping !== null && (
          <Sheet>
            <p>{t.keepBody}</p>
            <Actions>
              <SubmitButton formAction={props.keeping}>{t.keep}</SubmitButton>
            </Actions>
          </Sheet>
        )}
      </form>
    </auto-save>
  )
}
