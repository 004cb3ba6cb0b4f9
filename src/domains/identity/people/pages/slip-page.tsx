import { printCode } from '#platform/id.ts'
import { CodeSlip } from '#ui/code-slip.tsx'
import { dayOf, formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { typeCodePath } from '../../paths.ts'
import { words } from '../../words.ts'

interface SlipPageProps {
  name: string
  login: string
  code: string
  expiresAt: Date
  /** 'https://thidua.example.vn' */
  origin: string
  next: string
}

/** The code with which an invited person chooses a password. */
export const SlipPage = ({ name, login, code, expiresAt, origin, next }: SlipPageProps) => {
  const t = words(useLocale()).slip
  return (
    <CodeSlip
      title={t.title}
      warning={{ title: t.once, body: `${t.onceBody} ${t.print}` }}
      name={name}
      facts={[
        { label: t.site, value: `${origin}${typeCodePath}` },
        { label: t.code, value: <b>{printCode(code)}</b> },
        { label: t.login, value: login },
        { label: t.until, value: formatDay(dayOf(expiresAt)) },
      ]}
      notes={[t.secret]}
      done={{ label: t.done, href: next }}
    />
  )
}
