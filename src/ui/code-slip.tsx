import type { Child } from 'hono/jsx'
import { LinkButton } from './button.tsx'
import { Facts, type Fact } from './facts.tsx'
import { Notice } from './notice.tsx'
import { PageHead } from './page-head.tsx'
import { Sheet } from './sheet.tsx'

interface CodeSlipProps {
  title: string
  /** That it is shown this once, and why; not printed. */
  warning: { title: string; body: Child }
  /** For whom it is. */
  name: string
  facts: readonly Fact[]
  notes: readonly string[]
  done: { label: string; href: string }
}

/** A printed slip with a one-time code: shown in the answer to the one request that made the code. */
export const CodeSlip = ({ title, warning, name, facts, notes, done }: CodeSlipProps) => (
  <>
    <PageHead title={title} />
    <div class="stack">
      <div class="no-print">
        <Notice kind="warning" title={warning.title}>
          {warning.body}
        </Notice>
      </div>
      <Sheet title={name}>
        <div class="stack">
          <Facts facts={facts} />
          {notes.map((note) => (
            <p>{note}</p>
          ))}
        </div>
      </Sheet>
      <p class="no-print">
        <LinkButton href={done.href}>{done.label}</LinkButton>
      </p>
    </div>
  </>
)
