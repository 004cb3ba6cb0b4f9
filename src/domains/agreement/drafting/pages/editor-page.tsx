import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/form/error-summary.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { clausesOf, sections, type Clause, type ClauseSection } from '../../agreement.ts'
import { paths } from '../../paths.ts'
import { words } from '../../words.ts'
import { ClauseForm, type Choices } from './clause-form.tsx'
import { HeadForm, type HeadFormProps } from './head-form.tsx'

export interface EditorMember {
  unit: string
  name: string
  signer: { name: string; post: string } | null
}

interface EditorPageProps {
  bloc: string
  year: string
  blocName: string
  label: string
  head: Omit<HeadFormProps, 'action' | 'members'>
  clauses: readonly Clause[]
  members: readonly EditorMember[]
  choices: Choices
}

export const sectionAnchor = (section: ClauseSection) => `phan-${section.replaceAll('_', '-')}`

const Section = (
  props: Omit<EditorPageProps, 'head' | 'members' | 'label' | 'blocName'> & { section: ClauseSection },
) => {
  const { bloc, year, section, choices } = props
  const t = words(useLocale())
  const clauses = clausesOf(props.clauses, section)
  return (
    <Sheet title={t.sections[section]} id={sectionAnchor(section)}>
      <p class="mute">{t.hints[section]}</p>
      {clauses.length === 0 && <p class="mute">{t.editor.noClauses}</p>}
      {clauses.map((clause) => (
        <ClauseForm bloc={bloc} year={year} clause={clause} choices={choices} />
      ))}
      <form method="post" action={paths.clauses(bloc, year)}>
        <SubmitButton look="quiet" icon="plus" name="section" value={section}>
          {t.addTo[section]}
        </SubmitButton>
      </form>
    </Sheet>
  )
}

const Units = ({ members }: { members: readonly EditorMember[] }) => {
  const t = words(useLocale()).editor
  return (
    <Sheet title={t.units} id="don-vi-ky">
      <p class="mute">{t.unitsBody}</p>
      <ol class="signers-list">
        {members.map((member) => (
          <li>
            <b>{member.name}</b>
            <br />
            {member.signer === null ? (
              <span class="mute">{t.noSigner}</span>
            ) : (
              `${member.signer.name}, ${member.signer.post}`
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

/** The page is long: each section is one step away. */
const Contents = () => {
  const t = words(useLocale())
  return (
    <nav class="row small contents" aria-label={t.editor.contents}>
      {sections.map((section) => (
        <a href={`#${sectionAnchor(section)}`}>{t.sections[section]}</a>
      ))}
      <a href="#don-vi-ky">{t.editor.units}</a>
    </nav>
  )
}

/** The whole draft on one page: head, sections in the order of the paper, the units that will sign. */
export const EditorPage = (props: EditorPageProps) => {
  const { bloc, year, head, members } = props
  const t = words(useLocale())
  const actions = (
    <>
      <LinkButton href={paths.preview(bloc, year)}>{t.editor.preview}</LinkButton>
      <LinkButton href={paths.previewWord(bloc, year)}>{t.editor.previewWord}</LinkButton>
      <LinkButton href={paths.freezing(bloc, year)} look="main">
        {t.editor.toFreeze}
      </LinkButton>
    </>
  )
  return (
    <>
      <PageHead over={props.blocName} title={t.editor.heading(props.label)} actions={actions} />
      <ErrorSummary errors={head.errors} />
      <Contents />
      <div class="stack">
        <Sheet title={t.head.heading}>
          <HeadForm {...head} action={paths.head(bloc, year)} members={members.length} />
        </Sheet>
        {sections.map((section) => (
          <Section {...props} section={section} />
        ))}
        <Units members={members} />
      </div>
    </>
  )
}
