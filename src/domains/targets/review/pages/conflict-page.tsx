import { LinkButton, SubmitButton } from '#ui/button.tsx'
import { Diff } from '#ui/diff.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { useLocale } from '#ui/locale.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { words } from '../words.ts'

interface ConflictPageProps {
  action: string
  editor: string
  /** The version that is saved now: what is in the box will follow it. */
  version: number
  theirs: string
  mine: string
}

/** Two people changed one sentence: both stand beside each other and nothing is lost. */
export const ConflictPage = ({ action, editor, version, theirs, mine }: ConflictPageProps) => {
  const t = words(useLocale()).editor
  return (
    <>
      <PageHead title={t.conflict} />
      <div class="stack">
        <Notice kind="warning" title={t.conflictBody} />
        <Diff older={{ title: t.theirs, text: theirs }} newer={{ title: t.mine, text: mine }} />
        <form method="post" action={action} class="fields">
          <input type="hidden" name="version" value={String(version)} />
          <TextArea name="text" label={t.text} value={mine} rows={8} required />
          <div class="row">
            <SubmitButton>{t.keepMine}</SubmitButton>
            <LinkButton href={editor}>{t.theirs}</LinkButton>
          </div>
        </form>
      </div>
    </>
  )
}
