import type { Child } from 'hono/jsx'
import { formatMoment } from './format.ts'
import { useWords } from './locale.tsx'

/** One entry of a record's history, as the audit knows it. */
export type HistoryEntry = { at: Date | string; who: string; what: Child; detail?: Child }

/** Who did what to this record, the latest first as given. */
export const History = ({ entries }: { entries: readonly HistoryEntry[] }) => {
  const t = useWords()
  if (entries.length === 0) return <p class="mute">{t.noHistory}</p>
  return (
    <ol class="history" aria-label={t.history}>
      {entries.map((entry) => (
        <li>
          <time datetime={new Date(entry.at).toISOString()}>{formatMoment(entry.at)}</time>
          <div>
            <p>
              <b>{entry.who}</b> {entry.what}
            </p>
            {entry.detail && <p class="history-detail">{entry.detail}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
