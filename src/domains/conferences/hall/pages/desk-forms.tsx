import { SubmitButton } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { conferencePaths } from '../../paths.ts'
import { votesThere } from '../../quorum.ts'
import { words as conferenceWords } from '../../words.ts'
import { words } from '../words.ts'
import type { DeskPageProps } from './desk-page.tsx'

export type DeskForms = Partial<Record<'act' | 'speaker' | 'decision' | 'vote' | 'task', Returned>>

const empty: Returned = { typed: {}, errors: [] }

const ItemField = ({ place: { items, conference }, form }: DeskPageProps & { form: Returned }) => {
  const t = words(useLocale())
  return (
    <SelectField
      {...fieldOf(form, 'item', conference.present_item_id ?? undefined)}
      label={t.item}
      none={t.itemNone}
      options={items.map(({ id, position, title }) => ({ value: id, label: `${position}. ${title}` }))}
    />
  )
}

const Remove = ({ action, what }: { action: string; what: string }) => {
  const t = words(useLocale())
  return (
    <form method="post" action={action}>
      <SubmitButton look="quiet">
        {t.remove}
        <span class="hidden-text">: {what}</span>
      </SubmitButton>
    </form>
  )
}

const Decisions = (props: DeskPageProps) => {
  const t = words(useLocale())
  const { place, decisions, forms } = props
  const form = forms.decision ?? empty
  return (
    <Sheet title={conferenceWords(useLocale()).decisions}>
      <div class="stack">
        <ol>
          {decisions.map(({ id, text }) => (
            <li>
              {text}
              <Remove action={conferencePaths.removeDecision(...place.at, id)} what={text} />
            </li>
          ))}
        </ol>
        <Details summary={t.addDecision} open={forms.decision !== undefined}>
          <PostedForm action={conferencePaths.decisions(...place.at)} form={form} submit={t.addDecision}>
            <ItemField {...props} form={form} />
            <TextArea
              {...fieldOf(form, 'text')}
              label={t.decisionText}
              example={t.decisionExample}
              rows={3}
              maxlength={2000}
              required
            />
          </PostedForm>
        </Details>
      </div>
    </Sheet>
  )
}

const VoteForm = (props: DeskPageProps) => {
  const t = words(useLocale())
  const { place, decisions, forms } = props
  const form = forms.vote ?? empty
  return (
    <PostedForm action={conferencePaths.votes(...place.at)} form={form} submit={t.countVote}>
      <ItemField {...props} form={form} />
      <SelectField
        {...fieldOf(form, 'decision')}
        label={t.decision}
        none={t.decisionNone}
        options={decisions.map(({ id, text }) => ({ value: id, label: text.slice(0, 120) }))}
      />
      <TextField
        {...fieldOf(form, 'question')}
        label={t.question}
        example={t.questionExample}
        maxlength={500}
        required
      />
      {(['votesFor', 'votesAgainst', 'abstained'] as const).map((name) => (
        <TextField {...fieldOf(form, name)} label={t[name]} inputmode="numeric" narrow required />
      ))}
      <Checkbox {...tickOf(form, 'isCarried')} label={t.isCarried} />
    </PostedForm>
  )
}

const Votes = (props: DeskPageProps) => {
  const t = words(useLocale())
  const c = conferenceWords(useLocale())
  const { place, votes, forms } = props
  return (
    <Sheet title={c.votes}>
      <div class="stack">
        <p class="mute">{t.mostVotes(String(votesThere(place.quorum)))}</p>
        <ol>
          {votes.map((vote) => (
            <li>
              {vote.question}:{' '}
              {c.voteLine({ for: vote.votes_for, against: vote.votes_against, abstained: vote.abstained })};{' '}
              {vote.is_carried ? c.carried : c.notCarried}
              <Remove action={conferencePaths.removeVote(...place.at, vote.id)} what={vote.question} />
            </li>
          ))}
        </ol>
        <Details summary={t.countVote} open={forms.vote !== undefined}>
          <VoteForm {...props} />
        </Details>
      </div>
    </Sheet>
  )
}

const Tasks = (props: DeskPageProps) => {
  const t = words(useLocale())
  const { place, members, forms } = props
  const form = forms.task ?? empty
  return (
    <Details summary={t.giveTask} open={forms.task !== undefined}>
      <PostedForm action={conferencePaths.tasks(...place.at)} form={form} submit={t.giveTask}>
        <ItemField {...props} form={form} />
        <SelectField
          {...fieldOf(form, 'unit')}
          label={t.taskUnit}
          options={members.map(({ unit, full_name: name }) => ({ value: unit, label: name }))}
          required
        />
        <TextField {...fieldOf(form, 'text')} label={t.taskText} example={t.taskExample} maxlength={500} required />
        <DayField {...fieldOf(form, 'dueOn')} label={t.dueOn} required />
      </PostedForm>
    </Details>
  )
}

/** What the conference decides, counts and gives out. */
export const Outcomes = (props: DeskPageProps) => (
  <>
    <Decisions {...props} />
    <Votes {...props} />
    <Tasks {...props} />
  </>
)
