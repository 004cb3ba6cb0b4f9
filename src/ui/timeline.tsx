import type { Child } from 'hono/jsx'

export type TimelineEntry = { when: string; what: Child; detail?: Child | undefined }

/** What happened to a thing and when, in the order given: the date beside what it says. */
export const Timeline = ({ entries, label }: { entries: readonly TimelineEntry[]; label: string }) => (
  <ol class="timeline" aria-label={label}>
    {entries.map((entry) => (
      <li>
        <span class="timeline-when">{entry.when}</span>
        <div>
          <p>{entry.what}</p>
          {entry.detail && <p class="timeline-detail">{entry.detail}</p>}
        </div>
      </li>
    ))}
  </ol>
)
