import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Empty } from '#ui/empty.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State } from '#ui/state.tsx'
import { NewsFigure } from '../../public-news/pages/news-picture.tsx'
import { newsPaths } from '../../news/paths.ts'
import { words } from '../../news/words.ts'
import type { Consent, NewsPicture } from '../picture.ts'
import { lackingConsent } from '../queries.ts'

export interface PicturesProps {
  article: string
  pictures: readonly NewsPicture[]
  consents: readonly Consent[]
  mayEdit: boolean
  /** Pictures are added while the text may be changed. */
  mayAdd: boolean
  form: Returned
  consentForm: Returned
}

const ConsentState = ({ picture, consents }: { picture: NewsPicture; consents: readonly Consent[] }) => {
  const t = words(useLocale()).show
  if (!picture.shows_persons) return <State kind="none">{t.nobody}</State>
  const isLacking = lackingConsent([picture], consents).length > 0
  return isLacking ? <State kind="late">{t.lacking}</State> : <State kind="done">{t.agreed}</State>
}

const AddForm = ({ article, form }: PicturesProps) => {
  const t = words(useLocale()).show
  const isOpen = form.errors.length > 0 || form.refused !== undefined
  return (
    <Details summary={t.addPicture} open={isOpen}>
      <PostedForm action={newsPaths.pictures(article)} form={form} submit={t.add} upload>
        <FileField name="file" label={t.file} help={t.fileHelp} accept=".jpg,.jpeg,.png,.webp" required />
        <TextField
          {...fieldOf(form, 'alt')}
          label={t.alt}
          help={t.altHelp}
          example={t.altExample}
          maxlength={300}
          required
        />
        <TextField {...fieldOf(form, 'caption')} label={t.caption} maxlength={300} />
        <TextField {...fieldOf(form, 'photographer')} label={t.photographer} maxlength={120} />
        <RadioGroup
          {...fieldOf(form, 'persons')}
          label={t.persons}
          help={t.personsHelp}
          choices={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
          required
        />
      </PostedForm>
    </Details>
  )
}

/** The pictures of an article, each with whether it may be shown. */
export const PicturesPart = (props: PicturesProps) => {
  const t = words(useLocale()).show
  const { article, pictures, consents } = props
  return (
    <Sheet title={t.pictures} id="anh">
      <div class="stack">
        {pictures.length === 0 && <Empty title={t.noPictures} icon="upload" />}
        <ul class="desk-pictures">
          {pictures.map((picture, index) => (
            <li>
              <NewsFigure picture={picture} address={(name) => newsPaths.picture(article, name)} across="320px" />
              <p class="row">
                <b>{t.number(String(index + 1))}</b> <ConsentState picture={picture} consents={consents} />
              </p>
              {props.mayEdit && (
                <form method="post" action={newsPaths.removal(article, picture.id)}>
                  <SubmitButton look="quiet">{t.remove}</SubmitButton>
                </form>
              )}
            </li>
          ))}
        </ul>
        {props.mayAdd && <AddForm {...props} />}
      </div>
    </Sheet>
  )
}
