import { words as activityWords } from '#domains/movements/activities/words.ts'
import type { ActivityRow } from '#domains/movements/activities/queries.ts'
import type { ExampleRow } from '#domains/movements/examples/queries.ts'
import { words as exampleWords } from '#domains/movements/examples/words.ts'
import { writePeriod } from '#domains/movements/register/period.ts'
import { periodOf, type MovementRow } from '#domains/movements/register/queries.ts'
import { words as movementWords } from '#domains/movements/register/words.ts'
import { ColumnsList } from '#ui/columns-list.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { PublicSection } from '#ui/public-section.tsx'
import { Timeline } from '#ui/timeline.tsx'

export interface Doings {
  movements: readonly MovementRow[]
  examples: readonly ExampleRow[]
  /** Activities that the head chose as news. */
  news: readonly ActivityRow[]
}

const Examples = ({ examples }: Pick<Doings, 'examples'>) => {
  const t = exampleWords(useLocale())
  return (
    <PublicSection title={t.title}>
      {examples.map((example) => (
        <article>
          <h3>{example.name}</h3>
          <p class="mute small">
            {[t.kinds[example.kind], example.place, example.unit].filter((part) => part !== '').join(', ')}
          </p>
          <p>{example.story}</p>
          {example.replications > 0 && <p class="small">{t.replicationCount(example.replications)}</p>}
        </article>
      ))}
    </PublicSection>
  )
}

/** What the bloc decided to show of what it does: movements, examples, activities told as news. */
export const DoingsOfYear = ({ movements, examples, news }: Doings) => {
  const locale = useLocale()
  const t = movementWords(locale)
  return (
    <>
      {movements.length > 0 && (
        <PublicSection title={t.title}>
          <ColumnsList
            items={movements.map((movement) => ({
              label: movement.title,
              note: [writePeriod(periodOf(movement)), t.states[movement.state]]
                .filter((part) => part !== '')
                .join(', '),
            }))}
          />
        </PublicSection>
      )}
      {news.length > 0 && (
        <PublicSection title={activityWords(locale).title}>
          <Timeline
            label={activityWords(locale).title}
            entries={news.map((activity) => ({
              when: formatDay(activity.held_on ?? activity.starts_on),
              what: activity.title,
              detail: activity.report?.result,
            }))}
          />
        </PublicSection>
      )}
      {examples.length > 0 && <Examples examples={examples} />}
    </>
  )
}
