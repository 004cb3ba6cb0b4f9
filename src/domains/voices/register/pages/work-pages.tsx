import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SelectField, type Option } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { concernLevels, type Opinion } from '../../opinion.ts'
import { YearFrame } from '../../pages/year-frame.tsx'
import { voicePaths } from '../../paths.ts'
import type { VoicesYear } from '../../read-voices-year.ts'
import { words } from '../../words.ts'

interface WorkProps {
  place: VoicesYear
  opinion: Opinion
  form: Returned
}

interface CodingProps extends WorkProps {
  /** The words without what tells of a person: those that stand, or a suggestion. */
  shownText: string
  isNew: boolean
  topics: readonly Option[]
  groups: readonly Option[]
  fields: readonly Option[]
}

const Coding = ({ opinion, form, shownText, topics, groups, fields }: CodingProps) => {
  const t = words(useLocale())
  const levels = concernLevels.map((level) => ({ value: level, label: t.concerns[level] }))
  return (
    <>
      <input type="hidden" name="version" value={String(opinion.version)} />
      <TextField
        {...fieldOf(form, 'title', opinion.title)}
        label={t.shortTitle}
        example={t.shortTitleExample}
        maxlength={200}
        required
      />
      <TextArea
        {...fieldOf(form, 'shownText', shownText)}
        label={t.shownText}
        help={t.shownTextHelp}
        rows={8}
        maxlength={5000}
        required
      />
      <SelectField {...fieldOf(form, 'topic', opinion.topic_id ?? '')} label={t.topic} options={topics} />
      <SelectField {...fieldOf(form, 'group', opinion.group_code ?? '')} label={t.group} options={groups} />
      <SelectField {...fieldOf(form, 'field', opinion.field_code ?? '')} label={t.field} options={fields} />
      <RadioGroup {...fieldOf(form, 'concern', opinion.concern ?? '')} label={t.concern} choices={levels} />
      <TextField {...fieldOf(form, 'place', opinion.place_name)} label={t.place} help={t.placeHelp} maxlength={200} />
    </>
  )
}

/** Taking an opinion, or coding it anew: what others read, and by what it is counted. */
export const CodingPage = (props: CodingProps) => {
  const t = words(useLocale())
  const { place, opinion, form, isNew } = props
  const back = voicePaths.one(opinion.id, ...place.at)
  const action = isNew ? voicePaths.acceptance(opinion.id, ...place.at) : voicePaths.coding(opinion.id, ...place.at)
  return (
    <YearFrame year={place.year} title={isNew ? t.accept : t.code} within>
      {isNew && (
        <Sheet title={t.ownText}>
          <p class="lines">{opinion.text}</p>
        </Sheet>
      )}
      <Sheet>
        <PostedForm
          action={action}
          form={form}
          submit={isNew ? t.acceptDo : t.codeDo}
          cancel={{ label: t.cancel, href: back }}
        >
          <Coding {...props} />
        </PostedForm>
      </Sheet>
    </YearFrame>
  )
}

export const RefusePage = ({ place, opinion, form }: WorkProps) => {
  const t = words(useLocale())
  return (
    <YearFrame year={place.year} title={t.refuse} under={t.refuseNote} within>
      <Sheet>
        <PostedForm
          action={voicePaths.refusal(opinion.id, ...place.at)}
          form={form}
          submit={t.refuse}
          look="danger"
          cancel={{ label: t.cancel, href: voicePaths.one(opinion.id, ...place.at) }}
        >
          <TextField {...fieldOf(form, 'reason')} label={t.reason} maxlength={500} required />
        </PostedForm>
      </Sheet>
    </YearFrame>
  )
}

interface RouteProps extends WorkProps {
  due: { due_on: string; count: number; basis: string } | undefined
}

/** To which member it is passed, and until when. */
export const RoutePage = ({ place, opinion, form, due }: RouteProps) => {
  const t = words(useLocale())
  const units = place.members.map(({ unit, full_name }) => ({ value: unit, label: full_name }))
  const help = due === undefined ? t.noRuleDue : t.ruleDue(formatDay(due.due_on), due.count, due.basis)
  return (
    <YearFrame year={place.year} title={t.route} under={opinion.title} within>
      <Sheet>
        <PostedForm
          action={voicePaths.routing(opinion.id, ...place.at)}
          form={form}
          submit={t.routeDo}
          cancel={{ label: t.cancel, href: voicePaths.one(opinion.id, ...place.at) }}
        >
          <SelectField {...fieldOf(form, 'unit')} label={t.unit} options={units} required />
          <DayField {...fieldOf(form, 'dueOn')} label={t.dueOn} help={help} required={due === undefined} />
          <TextField {...fieldOf(form, 'note')} label={t.routeNote} maxlength={500} />
        </PostedForm>
      </Sheet>
    </YearFrame>
  )
}

interface MergeProps extends WorkProps {
  like: readonly { id: string; title: string; received_on: string }[]
}

export const MergePage = ({ place, opinion, form, like }: MergeProps) => {
  const t = words(useLocale())
  const choices = like.map(({ id, title, received_on }) => ({
    value: id,
    label: title,
    help: `${t.receivedOn} ${formatDay(received_on)}`,
  }))
  return (
    <YearFrame year={place.year} title={t.merge} under={opinion.title} within>
      <Sheet>
        {like.length === 0 ? (
          <p>{t.noLead}</p>
        ) : (
          <PostedForm
            action={voicePaths.merging(opinion.id, ...place.at)}
            form={form}
            submit={t.mergeDo}
            cancel={{ label: t.cancel, href: voicePaths.one(opinion.id, ...place.at) }}
          >
            <RadioGroup {...fieldOf(form, 'lead')} label={t.lead} help={t.mergeNote} choices={choices} required />
          </PostedForm>
        )}
      </Sheet>
    </YearFrame>
  )
}

/** The answering unit's draft. */
export const AnswerDraftPage = ({ place, opinion, form, draft }: WorkProps & { draft: string | undefined }) => {
  const t = words(useLocale())
  return (
    <YearFrame year={place.year} title={t.answer} under={opinion.title} within>
      <Sheet title={t.shownText}>
        <p class="lines">{opinion.shown_text}</p>
      </Sheet>
      <Sheet>
        <PostedForm
          action={voicePaths.draft(opinion.id, ...place.at)}
          form={form}
          submit={t.answerDo}
          cancel={{ label: t.cancel, href: voicePaths.one(opinion.id, ...place.at) }}
        >
          <TextArea
            {...fieldOf(form, 'text', draft)}
            label={t.answerText}
            help={t.answerHelp}
            rows={10}
            maxlength={10_000}
            required
          />
        </PostedForm>
      </Sheet>
    </YearFrame>
  )
}
