import { Details } from './details.tsx'
import { formatMoment } from './format.ts'
import { useWords } from './locale.tsx'

export type ViewShown = { name: string; unit: string | null; at: Date | string }

/** Who looked at a record; `null` for a reader whose record it is not. */
export const Views = ({ views }: { views: readonly ViewShown[] | null }) => {
  const t = useWords()
  if (views === null) return null
  return (
    <Details summary={t.views(views.length)}>
      {views.length === 0 && <p class="mute">{t.noViews}</p>}
      <ol class="history">
        {views.map((view) => (
          <li>
            <time datetime={new Date(view.at).toISOString()}>{formatMoment(view.at)}</time>
            <p>
              <b>{view.name}</b>
              {view.unit && `, ${view.unit}`}
            </p>
          </li>
        ))}
      </ol>
    </Details>
  )
}
