import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import type { InviteeRow } from '../../attendance/queries.ts'
import { conferenceCan, type SpeakerState } from '../../conference.ts'
import { conferencePaths } from '../../paths.ts'
import type { SpeakerRow } from '../../queries.ts'
import type { ConferencePlace } from '../../read-conference.ts'
import { words } from '../words.ts'

const shapes = { asked: 'open', spoken: 'done', withdrawn: 'none' } satisfies Record<SpeakerState, StateKind>
const empty: Returned = { typed: {}, errors: [] }

const Settle = ({ place, speaker }: { place: ConferencePlace; speaker: SpeakerRow }) => {
  const t = words(useLocale())
  const action = conferencePaths.speaker(...place.at, speaker.id)
  return (
    <>
      {place.can('conduct') && (
        <Details summary={t.spoken} quiet>
          <PostedForm action={action} form={empty} submit={t.spoken}>
            <input type="hidden" name="state" value="spoken" />
            <TextArea name="summary" label={t.summaryOf(speaker.name)} rows={3} maxlength={2000} />
          </PostedForm>
        </Details>
      )}
      <form method="post" action={action}>
        <input type="hidden" name="state" value="withdrawn" />
        <SubmitButton look="quiet">
          {t.withdraw}
          <span class="hidden-text">: {speaker.name}</span>
        </SubmitButton>
      </form>
    </>
  )
}

interface SpeakersProps {
  place: ConferencePlace
  speakers: readonly SpeakerRow[]
  form: Returned | undefined
}

/** Who asked to speak, in order; the secretary says who has spoken and what about. */
export const Speakers = ({ place, speakers, form = empty }: SpeakersProps) => {
  const t = words(useLocale())
  return (
    <div class="stack">
      {speakers.length === 0 && <p class="mute">{t.noSpeakers}</p>}
      <ol>
        {speakers.map((speaker) => (
          <li>
            <p>
              {speaker.name}
              {speaker.of !== '' && <span class="mute">, {speaker.of}</span>}
              {speaker.topic !== '' && `: ${speaker.topic}`}{' '}
              <State kind={shapes[speaker.state]}>{t.speakerStates[speaker.state]}</State>
            </p>
            {speaker.summary !== '' && <p class="mute">{speaker.summary}</p>}
            {speaker.state === 'asked' && place.can('speak') && <Settle place={place} speaker={speaker} />}
          </li>
        ))}
      </ol>
      {place.can('speak') && <AskToSpeak place={place} people={place.roll} form={form} />}
    </div>
  )
}

interface AskProps {
  place: ConferencePlace
  people: readonly InviteeRow[]
  form: Returned
}

/** For the secretary everyone on the list; for others themselves and their unit's delegates. */
export const AskToSpeak = ({ place, people, form }: AskProps) => {
  const t = words(useLocale())
  const options = people
    .filter(({ removed_at: removed }) => removed === null)
    .map(({ id, name, of }) => ({ value: id, label: of === '' ? name : `${name}, ${of}` }))
  if (options.length === 0 || !conferenceCan('speak', place.conference)) return null
  return (
    <Details
      summary={place.isKeeper ? t.addSpeaker : t.askToSpeak}
      open={form.errors.length > 0 || form.refused !== undefined}
    >
      <PostedForm
        action={conferencePaths.speakers(...place.at)}
        form={form}
        submit={place.isKeeper ? t.addSpeaker : t.askToSpeak}
      >
        <SelectField
          {...fieldOf(form, 'invitee', options.length === 1 ? options[0]?.value : undefined)}
          label={t.speaker}
          options={options}
          required
        />
        <TextField {...fieldOf(form, 'topic')} label={t.topic} maxlength={300} />
      </PostedForm>
    </Details>
  )
}
