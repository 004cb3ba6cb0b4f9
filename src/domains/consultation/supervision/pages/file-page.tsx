import type { Child } from 'hono/jsx'
import { CitedEvidence } from '#domains/evidence/pages/cited-evidence.tsx'
import { LinkButton } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf } from '#ui/form/posted-form.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { History } from '#ui/history.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Frame } from '../../pages/frame.tsx'
import { consultationPaths, supervisionPaths } from '../../paths.ts'
import { words } from '../words.ts'
import { Folded, type FilePageProps } from './folded.tsx'
import { SupervisionStateWord } from './list-page.tsx'
import { Recommendations } from './recommendations.tsx'

const Plan = ({ at, file }: FilePageProps) => {
  const t = words(useLocale())
  const draft = file.consultation_id
  const facts: [string, Child][] = [
    [t.kind, t.kinds[file.kind]],
    [t.subject, file.subject],
    [t.request, file.request],
    [t.legalBasis, file.legal_basis],
    [t.leadUnit, file.lead_unit],
    [t.consultation, draft === null ? '' : <a href={consultationPaths.one(...at, draft)}>{file.consultation_title}</a>],
    [t.plannedOn, formatDay(file.planned_on)],
    [t.heldOn, file.held_on === null ? '' : formatDay(file.held_on)],
    [t.place, file.place],
    [t.participants, file.participants],
    [t.people, file.people === null ? '' : String(file.people)],
  ]
  return (
    <Sheet>
      <Facts facts={facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))} />
    </Sheet>
  )
}

const Doing = (props: FilePageProps) => {
  const t = words(useLocale())
  const { at, file, may } = props
  const here = [...at, file.id] as const
  if (!may.hold && !may.conclude && !may.cancel) return null
  return (
    <Sheet>
      {may.hold && (
        <Folded
          {...props}
          name="held"
          summary={t.hold}
          action={supervisionPaths.held(...here)}
          fields={(form, suffix) => (
            <>
              <DayField
                {...fieldOf(form, 'heldOn', file.planned_on)}
                id={`heldOn${suffix}`}
                label={t.heldOn}
                required
              />
              <TextField
                {...fieldOf(form, 'people')}
                id={`people${suffix}`}
                label={t.people}
                help={t.peopleHelp}
                inputmode="numeric"
                narrow
              />
            </>
          )}
        />
      )}
      {may.conclude && (
        <Folded
          {...props}
          name="conclusion"
          summary={t.conclude}
          note={t.concludeNote}
          action={supervisionPaths.conclusion(...here)}
          fields={(form, suffix) => (
            <TextArea
              {...fieldOf(form, 'conclusion')}
              id={`conclusion${suffix}`}
              label={t.conclusion}
              rows={8}
              maxlength={20_000}
              required
            />
          )}
        />
      )}
      {may.cancel && (
        <Folded
          {...props}
          name="cancellation"
          summary={t.cancelIt}
          note={t.cancelNote}
          danger
          action={supervisionPaths.cancellation(...here)}
          fields={(form, suffix) => (
            <TextField {...fieldOf(form, 'reason')} id={`reason${suffix}`} label={t.reason} maxlength={500} required />
          )}
        />
      )}
    </Sheet>
  )
}

/** One supervision or criticism with all that belongs to it. */
export const SupervisionFilePage = (props: FilePageProps) => {
  const t = words(useLocale())
  const { year, at, file, may, cited, mayCite } = props
  return (
    <Frame
      year={year}
      title={file.title}
      state={<SupervisionStateWord state={file.state} />}
      crumbs={[{ label: t.title, href: supervisionPaths.list(...at) }]}
      actions={may.correct && <LinkButton href={supervisionPaths.correct(...at, file.id)}>{t.correct}</LinkButton>}
    >
      {file.cancel_reason !== null && <Notice kind="warning" title={t.cancelledBecause(file.cancel_reason)} />}
      <Plan {...props} />
      {file.conclusion !== '' && (
        <Sheet title={t.conclusion}>
          <p class="remark-text">{file.conclusion}</p>
        </Sheet>
      )}
      <Doing {...props} />
      <Recommendations {...props} />
      <Sheet title={t.evidence}>
        <CitedEvidence
          bloc={at[0]}
          year={at[1]}
          subject={{ kind: 'supervision', id: file.id }}
          cited={cited}
          mayAdd={mayCite}
        />
      </Sheet>
      <Sheet title={t.history}>
        <History entries={props.history} />
      </Sheet>
    </Frame>
  )
}
