import { classes } from './classes.ts'
import { useWords } from './locale.tsx'

export type StopState = 'past' | 'now' | 'next' | 'late' | 'skipped' | 'closed'

/** One stop of the year: its name, what is known of its date, who is late. */
export type Stop = { label: string; state: StopState; when?: string; note?: string; href?: string }

/** Exactly one stop is the present one: the first that is late or under way. */
export const presentStop = (stops: readonly Stop[]) =>
  stops.findIndex((stop) => stop.state === 'late' || stop.state === 'now')

const said = { past: false, now: false, next: false, late: true, skipped: true, closed: true } satisfies Record<
  StopState,
  boolean
>

/** The road of a year: across the sheet on a desk, down it on a phone. */
export const Road = ({ stops, label }: { stops: readonly Stop[]; label?: string }) => {
  const t = useWords().road
  const present = presentStop(stops)
  return (
    <ol class="road" aria-label={label ?? t.label}>
      {stops.map((stop, index) => (
        <li
          class={stop.state === 'closed' ? 'skipped' : stop.state}
          aria-current={index === present ? 'step' : undefined}
        >
          <StopMark state={stop.state} />
          <span class="road-words">
            <span class="road-label">{stop.href ? <a href={stop.href}>{stop.label}</a> : stop.label}</span>
            <span class={classes('road-state', !said[stop.state] && 'hidden-text')}>{t[stop.state]}</span>
            {stop.when && <span class="road-when">{stop.when}</span>}
            {stop.note && <span class="road-note">{stop.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}

const StopMark = ({ state }: { state: StopState }) => (
  <svg class="road-mark" width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" focusable="false">
    {state === 'late' ? <path d="M11 2.5l9 16.5H2z" /> : <circle cx="11" cy="11" r="8" />}
    {state === 'past' && <path class="road-sign" d="M7.2 11.3l2.7 2.6 4.9-5.4" />}
    {state === 'now' && <circle class="road-dot" cx="11" cy="11" r="3.2" />}
    {state === 'late' && <path class="road-sign" d="M11 8.6v4.6m0 2.6v.2" />}
    {(state === 'skipped' || state === 'closed') && <path class="road-sign" d="M7.6 11h6.8" />}
  </svg>
)
