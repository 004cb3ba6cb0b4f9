import { Details } from '#ui/details.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField, type Option } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import type { CommentRow } from '../comments/queries.ts'
import type { ProvisionRow } from '../drafts/queries.ts'
import { textOf } from '../reading/provision.ts'
import { words } from '../words.ts'
import { labelOf } from './provision-parts.tsx'

/** In whose name one may speak: the public, or units and oneself. */
export type Voices = { isPublic: true } | { isPublic: false; units: readonly Option[]; asMyself: boolean }

const empty: Returned = { typed: {}, errors: [] }

/** The form that came back, and of which provision or comment it is; 'general' for the text as a whole. */
export interface Failed {
  key: string
  form: Returned
}

export interface CommentFormProps {
  action: string
  provision: ProvisionRow | undefined
  /** Of a comment that is changed. */
  comment?: CommentRow
  voices: Voices
  failed: Failed | undefined
}

const AsWhom = ({ voices, form, suffix }: { voices: Voices; form: Returned; suffix: string }) => {
  const t = words(useLocale())
  if (voices.isPublic) {
    return (
      <>
        <TextField
          {...fieldOf(form, 'writer')}
          id={`writer${suffix}`}
          label={t.publicWriter}
          help={t.publicWriterHelp}
          autocomplete="name"
          maxlength={100}
        />
        <TextField
          {...fieldOf(form, 'place')}
          id={`place${suffix}`}
          label={t.publicPlace}
          example={t.publicPlaceExample}
          maxlength={150}
        />
      </>
    )
  }
  const { units, asMyself } = voices
  if (units.length + (asMyself ? 1 : 0) > 1) {
    const none = asMyself ? { none: t.asMyself } : {}
    return (
      <SelectField
        {...fieldOf(form, 'unit', units[0]?.value)}
        {...none}
        id={`unit${suffix}`}
        label={t.as}
        options={units}
        required
      />
    )
  }
  return <input type="hidden" name="unit" value={units[0]?.value ?? ''} />
}

const submitOf = (t: ReturnType<typeof words>, voices: Voices) =>
  voices.isPublic || voices.units.length === 0 ? t.sendOwn : t.saveComment

interface OpinionProps extends Pick<CommentFormProps, 'provision'> {
  comment: CommentRow | undefined
  form: Returned
  suffix: string
}

/** The wording begins as the text stands, so that a change is made where it belongs. */
const Opinion = ({ provision, comment, form, suffix }: OpinionProps) => {
  const t = words(useLocale())
  const written = comment?.proposed ?? ''
  return (
    <>
      <TextArea
        {...fieldOf(form, 'text', comment?.text)}
        id={`text${suffix}`}
        label={t.commentText}
        help={t.commentHelp}
        rows={4}
        maxlength={8000}
      />
      {provision !== undefined && (
        <TextArea
          {...fieldOf(form, 'proposed', written === '' ? textOf(provision) : written)}
          id={`proposed${suffix}`}
          label={t.proposed}
          help={t.proposedHelp}
          rows={6}
          maxlength={60_000}
        />
      )}
    </>
  )
}

const aboutOf = (t: ReturnType<typeof words>, provision: ProvisionRow | undefined) =>
  provision === undefined ? t.general : labelOf(t, provision)

/** The small form of one provision, opened by a touch, a click or the keyboard; without script it works the same. */
export const CommentForm = ({ action, provision, comment, voices, failed }: CommentFormProps) => {
  const t = words(useLocale())
  const key = comment?.id ?? provision?.id ?? 'general'
  const isBack = failed?.key === key
  const form = isBack ? failed.form : empty
  // The page holds many of these forms: only the one that came back has the plain names, to which its summary links.
  const suffix = isBack ? '' : `-${key}`
  return (
    <Details summary={comment === undefined ? t.commentOn(aboutOf(t, provision)) : t.editComment} open={isBack}>
      <PostedForm action={action} form={form} submit={submitOf(t, voices)}>
        <input type="hidden" name="provision" value={provision?.id ?? ''} />
        {comment === undefined ? (
          <AsWhom voices={voices} form={form} suffix={suffix} />
        ) : (
          <input type="hidden" name="version" value={String(comment.version)} />
        )}
        <Opinion {...{ provision, comment, form, suffix }} />
      </PostedForm>
    </Details>
  )
}
