import { Details } from '#ui/details.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SelectField, type Option } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { Hero } from '#ui/hero.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import type { OpinionPlace } from '../../places/queries.ts'
import { publicVoicePaths } from '../../paths.ts'
import { words } from '../words.ts'

interface SendPageProps {
  bloc: { slug: string; name: string }
  place: OpinionPlace | undefined
  units: readonly Option[]
  groups: readonly Option[]
  form: Returned
}

const ways = ['anonymous', 'confidential', 'named'] as const

const Who = ({ form, units, groups }: SendPageProps) => {
  const t = words(useLocale())
  const choices = ways.map((way) => ({ value: way, label: t.ways[way], help: t.wayHelps[way] }))
  return (
    <>
      <RadioGroup {...fieldOf(form, 'way', 'anonymous')} label={t.way} choices={choices} required />
      <TextField {...fieldOf(form, 'name')} label={t.name} help={t.nameHelp} maxlength={200} autocomplete="off" />
      <TextField {...fieldOf(form, 'contact')} label={t.contact} maxlength={200} autocomplete="off" />
      <SelectField {...fieldOf(form, 'unit')} label={t.unit} none={t.unitHead} options={units} />
      <SelectField {...fieldOf(form, 'group')} label={t.group} none={t.groupNone} options={groups} />
    </>
  )
}

const Pictures = ({ form }: Pick<SendPageProps, 'form'>) => {
  const t = words(useLocale())
  return (
    <Details summary={t.morePictures}>
      <div class="fields">
        {[0, 1, 2].map((number) => (
          <FileField
            name={`picture.${number}`}
            label={t.pictures(number + 1)}
            {...(number === 0 ? { help: t.pictureHelp } : {})}
            error={form.errors.find(({ field }) => field === `picture.${number}`)?.message}
            accept="image/jpeg,image/png,image/webp"
          />
        ))}
      </div>
    </Details>
  )
}

/** What is kept of an anonymous sender and what remains, before anything is typed. */
const Plainly = () => {
  const t = words(useLocale())
  return (
    <Details summary={t.plain}>
      <ul>
        {t.plainLines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </Details>
  )
}

/** The form for anyone: no script, one column, made for a phone. */
export const SendPage = (props: SendPageProps) => {
  const t = words(useLocale())
  const { bloc, place, form } = props
  return (
    <>
      <Hero title={t.title(bloc.name)} lead={t.lead} />
      <PublicSection title={t.choose}>
        <div class="stack">
          {place && <p>{t.fromPlace(place.name)}</p>}
          <Plainly />
          <PostedForm action={publicVoicePaths.send(bloc.slug)} form={form} submit={t.send} upload>
            <input type="hidden" name="at" value={form.typed['at'] ?? place?.code ?? ''} />
            <TextArea
              {...fieldOf(form, 'text')}
              label={t.text}
              help={t.textHelp}
              example={t.textExample}
              rows={7}
              maxlength={5000}
              required
            />
            <TextField {...fieldOf(form, 'place')} label={t.place} help={t.placeHelp} maxlength={200} />
            <Who {...props} />
            <Pictures form={form} />
          </PostedForm>
          <p>
            <a href={publicVoicePaths.follow}>{t.follow}</a>
          </p>
        </div>
      </PublicSection>
    </>
  )
}
