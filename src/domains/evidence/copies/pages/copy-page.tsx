import type { ReturnedForm } from '#platform/answer-form.ts'
import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { Fieldset } from '#ui/form/fieldset.tsx'
import { fieldOf, PostedForm } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { evidencePaths } from '../../paths.ts'
import type { PieceRow } from '../../queries.ts'
import { words } from '../../words.ts'
import type { PersonalData } from '../personal-data.ts'
import type { CopyRow } from '../queries.ts'

export interface CopyPageProps {
  bloc: string
  year: string
  piece: PieceRow
  copy: CopyRow | undefined
  /** Found by rule in the text of the piece. */
  found: readonly PersonalData[]
  /** How many pages have a picture on which boxes can be drawn. */
  shown: number
  mayMake: boolean
  mayPublish: boolean
  form: ReturnedForm
  /** Which of the two forms came back. */
  formOf: 'making' | 'refusal' | undefined
}

const shapes = {
  asked: 'soon',
  made: 'open',
  failed: 'late',
  published: 'done',
  refused: 'late',
  withdrawn: 'none',
} satisfies Record<CopyRow['state'], StateKind>

const empty: ReturnedForm = { typed: {}, errors: [] }

const Decide = ({ bloc, year, piece, copy, form, formOf }: CopyPageProps & { copy: CopyRow }) => {
  const t = words(useLocale()).copy
  const own = formOf === 'refusal' ? form : empty
  return (
    <>
      {copy.state === 'made' && (
        <form method="post" action={evidencePaths.copyConfirmation(bloc, year, piece.id, copy.id)} class="stack">
          <p>{t.confirmBody}</p>
          <div class="row">
            <SubmitButton icon="success">{t.confirm}</SubmitButton>
          </div>
        </form>
      )}
      <Details summary={t.refuse} open={own.errors.length > 0}>
        <form method="post" action={evidencePaths.copyRefusal(bloc, year, piece.id, copy.id)} class="fields" novalidate>
          <TextField {...fieldOf(own, 'reason')} label={t.reason} maxlength={500} required />
          <div class="row">
            <SubmitButton look="danger">{t.doRefuse}</SubmitButton>
          </div>
        </form>
      </Details>
    </>
  )
}

const Shown = ({ bloc, year, piece, copy }: CopyPageProps & { copy: CopyRow }) => {
  const t = words(useLocale()).copy
  const href = evidencePaths.copyFile(bloc, year, piece.id, copy.id)
  return (
    <>
      <p>{t.covered(copy.places ?? 0, copy.pages ?? 0)}</p>
      <div class="scan">
        {copy.media_type === 'image/jpeg' ? (
          <img src={href} alt={t.alt(piece.title)} />
        ) : (
          <iframe src={href} title={t.alt(piece.title)} />
        )}
        <p>
          <a href={href}>{t.open}</a>
        </p>
      </div>
    </>
  )
}

const Standing = (props: CopyPageProps & { copy: CopyRow }) => {
  const { copy, mayPublish } = props
  const t = words(useLocale()).copy
  const isThere = copy.sha256 !== null
  return (
    <Sheet title={t.current} beside={<State kind={shapes[copy.state]}>{t.states[copy.state]}</State>}>
      <div class="stack">
        <p class="mute">
          {t.madeBy(copy.maker_name, formatMoment(copy.asked_at))}
          {copy.decider_name !== null && copy.decided_at !== null && (
            <> {t.decidedBy(copy.decider_name, formatMoment(copy.decided_at))}</>
          )}
        </p>
        {copy.state === 'refused' && <Notice kind="warning" title={copy.reason ?? ''} />}
        {copy.state === 'failed' && <Notice kind="error" title={t.failed} />}
        {isThere && <Shown {...props} />}
        {copy.state === 'published' && (
          <p>
            <a href={evidencePaths.publicCopy(copy.id)}>{t.publicLink}</a>
          </p>
        )}
        {isThere && mayPublish && copy.state !== 'withdrawn' && <Decide {...props} />}
      </div>
    </Sheet>
  )
}

const Pages = ({ bloc, year, piece, shown }: CopyPageProps) => {
  const t = words(useLocale())
  const pages = Array.from({ length: shown }, (_none, index) => index + 1)
  return (
    <cover-boxes class="cover-pages" data-field="boxes" data-remove={t.copy.removeBox}>
      {pages.map((page) => (
        <div class="cover-page" data-page={String(page)}>
          <img src={evidencePaths.picture(bloc, year, piece.id, page)} alt={t.show.pageOf(page, piece.title)} />
        </div>
      ))}
    </cover-boxes>
  )
}

const Make = (props: CopyPageProps) => {
  const { bloc, year, piece, found, form, formOf } = props
  const t = words(useLocale()).copy
  const own = formOf === 'making' ? form : empty
  const isFresh = Object.keys(own.typed).length === 0
  return (
    <Sheet title={t.make}>
      <div class="stack">
        <p>{t.makeBody}</p>
        <PostedForm action={evidencePaths.copy(bloc, year, piece.id)} form={own} submit={t.do}>
          {found.length > 0 && (
            <Fieldset legend={t.found} help={t.foundHelp}>
              {found.map(({ kind, text }, index) => (
                <Checkbox
                  name={`found${index}`}
                  value={text}
                  checked={isFresh || own.typed[`found${index}`] === text}
                  label={`${text} (${t.kinds[kind]})`}
                />
              ))}
            </Fieldset>
          )}
          {piece.medium === 'pdf' && (
            <TextArea {...fieldOf(own, 'words')} label={t.words} help={t.wordsHelp} rows={3} maxlength={4000} />
          )}
          <TextArea
            {...fieldOf(own, 'boxes')}
            error={own.errors.some(({ field }) => field === 'boxes') ? t.boxesWrong : undefined}
            label={t.boxes}
            help={t.boxesHelp}
            example={t.boxesExample}
            rows={3}
            maxlength={4000}
          />
          {props.shown > 0 && <Pages {...props} />}
        </PostedForm>
      </div>
    </Sheet>
  )
}

/** The copy of a piece that may be public: what is covered, who made it, who let it out. */
export const CopyPage = (props: CopyPageProps) => {
  const { bloc, year, piece, copy, form } = props
  const t = words(useLocale()).copy
  return (
    <>
      <PageHead
        over={<a href={evidencePaths.piece(bloc, year, piece.id)}>{piece.title}</a>}
        title={t.heading}
        under={t.intro}
      />
      {form.refused && <Notice kind="error">{form.refused}</Notice>}
      <div class="stack">
        {copy !== undefined && <Standing {...props} copy={copy} />}
        {props.mayMake && <Make {...props} />}
      </div>
    </>
  )
}
