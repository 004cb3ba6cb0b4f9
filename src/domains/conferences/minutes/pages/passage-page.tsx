import type { BlocYearRow } from '#domains/blocs/queries.ts'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { RadioGroup } from '#ui/form/radio-group.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { ConferenceRow } from '../../queries.ts'
import { sections, textOf } from '../minutes.ts'
import { minutesPaths } from '../paths.ts'
import type { PassageRow } from '../queries.ts'
import { words } from '../words.ts'
import type { PassageDeed } from '../write-passage.ts'
import { MinutesFrame, type At } from './minutes-frame.tsx'
import { PassageText } from './passages.tsx'

interface Shared {
  year: BlocYearRow
  conference: ConferenceRow
  at: At
  form: Returned
}

/** What can be done with this passage as it stands. */
function deedsOf({ source, written, is_left_out }: PassageRow): PassageDeed[] {
  const restore: PassageDeed[] = source !== 'hand' && written !== null ? ['restore'] : []
  return ['write', ...restore, is_left_out ? 'takeBack' : 'leaveOut']
}

/** One passage: the words of the rule, and those of the secretary instead. */
export const PassagePage = ({ year, conference, at, form, passage }: Shared & { passage: PassageRow }) => {
  const t = words(useLocale())
  const back = { label: t.title, href: minutesPaths.one(...at) }
  return (
    <MinutesFrame
      year={year}
      conference={conference}
      title={passage.title || t.sections[passage.section]}
      crumbs={[back]}
    >
      {passage.source !== 'hand' && (
        <Sheet title={t.generated}>
          <PassageText text={passage.generated} />
          <p class="mute">{t.sources[passage.source]}</p>
        </Sheet>
      )}
      <PostedForm action={minutesPaths.passage(...at, passage.id)} form={form} submit={t.save} cancel={back}>
        <input type="hidden" name="before" value={form.typed['before'] ?? textOf(passage)} />
        <RadioGroup
          {...fieldOf(form, 'deed', 'write')}
          label={t.deed}
          choices={deedsOf(passage).map((deed) => ({ value: deed, label: t.passageDeeds[deed] }))}
          required
        />
        <TextArea
          {...fieldOf(form, 'text', textOf(passage))}
          label={t.text}
          help={t.textHelp}
          rows={10}
          maxlength={20_000}
          required
        />
      </PostedForm>
    </MinutesFrame>
  )
}

/** A passage of the secretary's own. */
export const AddPassagePage = ({ year, conference, at, form }: Shared) => {
  const t = words(useLocale())
  const back = { label: t.title, href: minutesPaths.one(...at) }
  return (
    <MinutesFrame year={year} conference={conference} title={t.addPassage} crumbs={[back]}>
      <PostedForm action={minutesPaths.add(...at)} form={form} submit={t.doAdd} cancel={back}>
        <SelectField
          {...fieldOf(form, 'section', 'proceedings')}
          label={t.section}
          options={sections.map((section) => ({ value: section, label: t.sections[section] }))}
          required
        />
        <TextField {...fieldOf(form, 'title')} label={t.passageTitle} maxlength={200} />
        <TextArea {...fieldOf(form, 'text')} label={t.text} help={t.textHelp} rows={10} maxlength={20_000} required />
      </PostedForm>
    </MinutesFrame>
  )
}
