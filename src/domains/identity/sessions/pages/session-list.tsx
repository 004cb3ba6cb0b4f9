import { SubmitButton } from '#ui/button.tsx'
import { formatMoment } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { State } from '#ui/state.tsx'
import { Table } from '#ui/table.tsx'
import { otherSessionsEndPath, sessionEndPath } from '../../paths.ts'
import type { SessionProof } from '../../second-factor/second-factor.ts'
import { words as factorWords } from '../../second-factor/words.ts'
import { words } from '../../words.ts'

export interface SessionShown {
  id: string
  device: string
  proof: SessionProof
  created_at: Date
  seen_at: Date
}

interface SessionListProps {
  sessions: readonly SessionShown[]
  present: string | null
}

/** Where one is signed in; each place but the present one can be ended. */
export const SessionList = ({ sessions, present }: SessionListProps) => {
  const locale = useLocale()
  const t = words(locale).account
  const deviceOf = (session: SessionShown) => session.device || t.unknownDevice
  const act = (session: SessionShown) =>
    session.id === present ? (
      <State kind="done">{t.thisDevice}</State>
    ) : (
      <form method="post" action={sessionEndPath(session.id)}>
        <button class="as-link" type="submit" aria-label={t.endDevice(deviceOf(session))}>
          {t.end}
        </button>
      </form>
    )
  return (
    <div class="stack">
      <p>{t.sessionsHelp}</p>
      <Table
        caption={t.sessions}
        rows={sessions}
        columns={[
          { key: 'device', label: t.device, cell: deviceOf },
          { key: 'proof', label: t.proof, cell: (session) => factorWords(locale).proofs[session.proof] },
          { key: 'since', label: t.since, cell: (session) => formatMoment(session.created_at) },
          { key: 'seen', label: t.seen, cell: (session) => formatMoment(session.seen_at) },
          { key: 'act', label: t.action, cell: act },
        ]}
      />
      {sessions.length > 1 && (
        <form method="post" action={otherSessionsEndPath}>
          <SubmitButton look="plain">{t.endOthers}</SubmitButton>
        </form>
      )}
    </div>
  )
}
