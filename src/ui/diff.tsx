import { useWords } from './locale.tsx'
import { diffWords, type DiffRun } from './word-diff.ts'

type Side = { title: string; text: string }

/** Two versions of one text beside each other, what differs marked in both. */
export const Diff = ({ older, newer }: { older: Side; newer: Side }) => {
  const runs = diffWords(older.text, newer.text)
  return (
    <div class="diff">
      <DiffSide title={older.title} runs={runs} shows="removed" />
      <DiffSide title={newer.title} runs={runs} shows="added" />
    </div>
  )
}

const DiffSide = (props: { title: string; runs: readonly DiffRun[]; shows: 'removed' | 'added' }) => (
  <section class="diff-side">
    <h3>{props.title}</h3>
    <p class="diff-text">
      {props.runs
        .filter((run) => run.kind === 'same' || run.kind === props.shows)
        .map((run) => (run.kind === 'same' ? run.text : <Changed run={run} />))}
    </p>
  </section>
)

const Changed = ({ run }: { run: DiffRun }) => {
  const t = useWords()
  const Tag = run.kind === 'removed' ? 'del' : 'ins'
  return (
    <Tag>
      <span class="hidden-text">{run.kind === 'removed' ? t.removed : t.added} </span>
      {run.text}
    </Tag>
  )
}

/** One text as it was and as it is, in one reading: what is gone struck through, what is new underlined. */
export const DiffText = ({ older, newer }: { older: string; newer: string }) => (
  <p class="diff-text diff-inline">
    {diffWords(older, newer).map((run) => (run.kind === 'same' ? run.text : <Changed run={run} />))}
  </p>
)
