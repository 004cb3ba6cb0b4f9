import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { dayOf, formatDay, formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table, type Column } from '#ui/table.tsx'
import { consentWays } from '../../news/article.ts'
import { newsPaths } from '../../news/paths.ts'
import { words } from '../../news/words.ts'
import type { Consent, NewsPicture } from '../picture.ts'
import type { PicturesProps } from './pictures-part.tsx'

const whereOf = (consent: Consent, pictures: readonly NewsPicture[], locale: 'vi' | 'en') => {
  const t = words(locale).show
  const index = pictures.findIndex(({ id }) => id === consent.picture_id)
  if (consent.picture_id === null) return t.named
  return index < 0 ? '–' : t.number(String(index + 1))
}

const Ending = ({ article, consent }: { article: string; consent: Consent }) => {
  const t = words(useLocale()).show
  if (consent.ended_at !== null) return <>{t.ended(formatDay(dayOf(consent.ended_at)))}</>
  return (
    <form method="post" action={newsPaths.consentEnd(article, consent.id)}>
      <SubmitButton look="quiet">{t.endConsent}</SubmitButton>
    </form>
  )
}

function columnsIn({ article, pictures, mayEdit }: PicturesProps, locale: 'vi' | 'en'): Column<Consent>[] {
  const t = words(locale).show
  const columns: Column<Consent>[] = [
    { key: 'person', label: t.person, cell: ({ person }) => person },
    { key: 'where', label: t.where, cell: (consent) => whereOf(consent, pictures, locale) },
    {
      key: 'way',
      label: t.way,
      cell: ({ way, note }) => [t.ways[way], note].filter((part) => part !== '').join('; '),
    },
    { key: 'on', label: t.givenOn, cell: ({ given_on }) => formatDay(given_on) },
    {
      key: 'by',
      label: t.recordedBy,
      cell: ({ recorder_name, recorded_at }) => `${recorder_name}, ${formatMoment(recorded_at)}`,
    },
  ]
  const state = { key: 'state', label: t.state, cell: (consent: Consent) => <Ending {...{ article, consent }} /> }
  return mayEdit ? [...columns, state] : columns
}

const RecordForm = ({ article, pictures, consentForm: form }: PicturesProps) => {
  const t = words(useLocale()).show
  const isOpen = form.errors.length > 0 || form.refused !== undefined
  return (
    <Details summary={t.addConsent} open={isOpen}>
      <PostedForm action={newsPaths.consents(article)} form={form} submit={t.record}>
        <TextField {...fieldOf(form, 'person')} label={t.person} example={t.personExample} maxlength={200} required />
        <SelectField
          {...fieldOf(form, 'picture', '')}
          label={t.where}
          options={pictures.map(({ id, alt }, index) => ({
            value: id,
            label: `${t.number(String(index + 1))}: ${alt.slice(0, 60)}`,
          }))}
          none={t.named}
          required
        />
        <SelectField
          {...fieldOf(form, 'way')}
          label={t.way}
          options={consentWays.map((value) => ({ value, label: t.ways[value] }))}
          required
        />
        <DayField {...fieldOf(form, 'givenOn')} label={t.givenOn} required />
        <TextField {...fieldOf(form, 'note')} label={t.note} maxlength={300} />
      </PostedForm>
    </Details>
  )
}

/** Who agreed to be shown or named, for those who work on the article. */
export const ConsentsPart = (props: PicturesProps) => {
  const locale = useLocale()
  const t = words(locale).show
  return (
    <Sheet title={t.consents} id="dong-y">
      <div class="stack">
        <p class="mute small">{t.consentNote}</p>
        <Table
          caption={t.consents}
          columns={columnsIn(props, locale)}
          rows={props.consents}
          empty={<Empty title={t.noConsents} />}
        />
        {props.mayEdit && <RecordForm {...props} />}
      </div>
    </Sheet>
  )
}
