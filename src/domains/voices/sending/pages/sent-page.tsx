import { CodeSlip } from '#ui/code-slip.tsx'
import { useLocale } from '#ui/locale.tsx'
import { publicVoicePaths } from '../../paths.ts'
import { words } from '../words.ts'

/** The tracking code, in the answer to the one request that made it. */
export const SentPage = ({ bloc, code }: { bloc: string; code: string }) => {
  const t = words(useLocale())
  return (
    <CodeSlip
      title={t.sentTitle}
      warning={{ title: t.keepCode, body: t.keepCodeBody }}
      name={bloc}
      facts={[{ label: t.code, value: <b class="code">{code}</b> }]}
      notes={t.sentNotes}
      done={{ label: t.follow, href: publicVoicePaths.follow }}
    />
  )
}
