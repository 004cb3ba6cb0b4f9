import { LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { useLocale } from '#ui/locale.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { words } from '../words.ts'

/** What will stand here, and how to begin. */
export const NoAgreementPage = (props: { blocName: string; label: string; start: string | null }) => {
  const t = words(useLocale())
  return (
    <>
      <PageHead over={props.blocName} title={t.ofYear(props.label)} />
      <Empty
        title={t.start.none}
        action={
          props.start && (
            <LinkButton href={props.start} look="main">
              {t.start.heading}
            </LinkButton>
          )
        }
      >
        {t.start.noneBody}
      </Empty>
    </>
  )
}
