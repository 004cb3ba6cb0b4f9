import { Facts } from '#ui/facts.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { spanAnchor } from '#ui/marked-text.tsx'
import { Sheet } from '#ui/sheet.tsx'
import type { KeptDraft, Written } from '../kept-draft.ts'
import { words } from '../words.ts'
import { FromText } from './article-facts.tsx'

/** A longer text with the link to where it stands in the article. */
const Sourced = (props: { id: string; value: string; inText: boolean }) => (
  <>
    <span id={props.id}>{props.value}</span>{' '}
    {props.inText && (
      <a class="field-source" href={`#${spanAnchor(props.id)}`}>
        {words(useLocale()).show.seeInText}
      </a>
    )}
  </>
)

const years = (from: number | null, to: number | null) =>
  from === null && to === null ? '' : `, ${[from, to].filter((year) => year !== null).join('–')}`

/** The same content for those who may look and not change: each value leads into the article. */
export const KeptContent = ({ draft }: { draft: KeptDraft }) => {
  const t = words(useLocale())
  const fact = (id: string, label: string, { value, span }: Written) => ({
    label,
    value:
      value === '' ? (
        <span class="mute">{t.show.notSaid}</span>
      ) : (
        <FromText id={id} value={value} inText={span !== null} />
      ),
  })
  const { signing_date: day } = draft
  return (
    <>
      <Sheet title={t.show.headFields}>
        <Facts
          facts={[
            fact('theme', t.show.theme, draft.theme),
            fact('place', t.show.place, draft.place),
            fact('signing_date', t.show.signingOn, { ...day, value: day.value === '' ? '' : formatDay(day.value) }),
            fact('witness', t.show.witness, draft.witness),
          ]}
        />
      </Sheet>
      <Sheet title={t.show.commitments} id="commitments">
        <div class="prose">
          <ol>
            {draft.commitments.map(({ id, value, span }) => (
              <li>
                <Sourced id={`commitments.${id}`} value={value} inText={span !== null} />
              </li>
            ))}
          </ol>
        </div>
        {draft.commitments.length === 0 && <p class="mute">{t.show.noCommitments}</p>}
      </Sheet>
      <Sheet title={t.show.movements} id="movements">
        <div class="prose">
          <ul>
            {draft.movements.map(({ id, title, from, to, context }) => (
              <li>
                <Sourced
                  id={`movements.${id}.title`}
                  value={`${title.value}${years(from, to)} — ${t.contexts[context]}`}
                  inText={title.span !== null}
                />
              </li>
            ))}
          </ul>
        </div>
        {draft.movements.length === 0 && <p class="mute">{t.show.noMovements}</p>}
      </Sheet>
    </>
  )
}
