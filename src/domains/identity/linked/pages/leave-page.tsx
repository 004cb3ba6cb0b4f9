import { LinkButton } from '#ui/button.tsx'
import { useLocale } from '#ui/locale.tsx'
import { linkedPath } from '../paths.ts'
import { words } from '../words.ts'

interface LeavePageProps {
  label: string
  /** At the other place. */
  address: string
}

/** A link and no redirect: the browser lets no form of ours end at another site. */
export const LeavePage = ({ label, address }: LeavePageProps) => {
  const { leave } = words(useLocale())
  return (
    <div class="stack">
      <p>{leave.what(label)}</p>
      <div class="row">
        <LinkButton href={address} look="main">
          {leave.go}
        </LinkButton>
        <LinkButton href={linkedPath}>{leave.cancel}</LinkButton>
      </div>
    </div>
  )
}
