import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { Actions } from '#ui/form/actions.tsx'
import { FileField } from '#ui/form/file-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { Hero } from '#ui/hero.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { paths } from '../../paths.ts'
import { words } from '../../words.ts'

export const codeField = 'ma'
export const fileField = 'tep'

interface CheckProps {
  typedCode: string
  codeError?: string
  fileError?: string
}

/** Two ways to check: the code printed on the paper, or the PDF itself. */
export const CheckPage = ({ typedCode, codeError, fileError }: CheckProps) => {
  const t = words(useLocale()).check
  const errors = [
    codeError === undefined ? null : { field: codeField, message: codeError },
    fileError === undefined ? null : { field: fileField, message: fileError },
  ].filter((error) => error !== null)
  return (
    <>
      <Hero title={t.title} lead={t.lead} />
      <ErrorSummary errors={errors} />
      <div class="halves public-section">
        <section class="way">
          <h2>{t.byCode}</h2>
          <form method="get" action={paths.check} novalidate>
            <TextField
              name={codeField}
              label={t.code}
              help={t.codeHelp}
              example={t.codeExample}
              value={typedCode}
              error={codeError}
              maxlength={40}
              autocomplete="off"
              required
            />
            <Actions>
              <SubmitButton>{t.codeSubmit}</SubmitButton>
            </Actions>
          </form>
        </section>
        <section class="way">
          <h2>{t.byFile}</h2>
          <form method="post" action={paths.check} enctype="multipart/form-data" novalidate>
            <FileField
              name={fileField}
              label={t.file}
              help={t.fileHelp}
              accept="application/pdf,.pdf"
              error={fileError}
              required
            />
            <Actions>
              <SubmitButton>{t.fileSubmit}</SubmitButton>
            </Actions>
          </form>
        </section>
      </div>
      <PublicSection title={t.offline}>
        <p class="public-note">{t.offlineBody}</p>
        <p>
          <code>npx giao-uoc pdf verify giao-uoc.pdf --trust chung-thu-goc.pem</code>
        </p>
        <p>
          <a href={paths.roots}>{t.roots}</a>
        </p>
        <p class="public-more">
          <LinkButton href={paths.helpPage('kiem-tra-van-ban')} icon="help">
            {words(useLocale()).home.openHelp}
          </LinkButton>
        </p>
      </PublicSection>
    </>
  )
}
